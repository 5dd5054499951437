import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Request } from '../work.ts';
import { fieldItem } from './field-item.ts';
import type { AnyFieldVerb } from './field-verb.ts';
import { judgeSplit } from './judge-split.ts';

/**
 * One field command from the console, or from anybody who wants one receipt: a batch of one.
 * @throws DomainError `unauthenticated`, `conflict` for an id used by someone else or for something else; and whatever
 * the server fails by.
 */
export async function performField(
  verb: AnyFieldVerb,
  { ground, caller }: Request,
  incoming: Parameters<typeof fieldItem>[1],
): Promise<string> {
  if (caller.kind !== 'person') throw new DomainError('forbidden', 'access.forbidden');
  const item = fieldItem(verb, incoming, caller.accountId);
  const group = { ground, author: caller.accountId, senderId: null, signedBy: null };
  const [outcome] = await judgeSplit(group, [item]);
  if (outcome === undefined) throw new Error('no answer to a command');
  if ('text' in outcome) return outcome.text;
  throw 'failure' in outcome ? outcome.failure : outcome.failed;
}
