import { refusal } from '@kycuong/domain/access/permission.ts';
import { nowhere } from '@kycuong/domain/access/resource.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { found } from '../query.ts';
import type { Work } from '../work.ts';
import { loadAccount } from './load-account.ts';
import { reachOf } from './reach.ts';

/** An account that an administrator may look at: of the units that they administer, or their own. */
export async function reachedAccount(work: Pick<Work<unknown>, 'tx' | 'actor' | 'now'>, accountId: string) {
  const { tx, actor } = work;
  const reason = refusal(actor, 'access.create-account', nowhere);
  if (reason !== undefined) throw new DomainError('forbidden', reason);
  const facts = await loadAccount(work, accountId);
  const reaches = await reachOf(tx, actor, 'administrator');
  const visible = reaches(facts.account.unitId) || accountId === actor.accountId;
  return { ...found(visible ? facts : undefined), reaches };
}
