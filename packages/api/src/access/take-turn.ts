import { type Action, refusal } from '@kycuong/domain/access/permission.ts';
import type { Resource } from '@kycuong/domain/access/resource.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { sql } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Work } from '../work.ts';

/**
 * Changes of who may do what queue here, one transaction after the other: two administrators who end each other at the
 * same time would else both find that the other one remains. What was judged before the wait is judged again after it.
 * @throws DomainError `conflict` when the actor's own right, or the thing, changed meanwhile
 */
export async function takeTurn<Facts extends { readonly resource: Resource }>(
  { tx, actor, now }: Pick<Work<unknown>, 'tx' | 'actor' | 'now'>,
  action: Action,
  load: () => Promise<Facts>,
): Promise<Facts> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('accounts', 0))`);
  const { accountId } = actor;
  const present = accountId === null ? actor : await enter(tx, { kind: 'person', accountId }, now);
  const facts = await load();
  if (refusal(present, action, facts.resource) !== undefined)
    throw new DomainError('conflict', 'access.rights-changed');
  return facts;
}
