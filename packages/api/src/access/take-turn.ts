import type { Actor } from '@kycuong/domain/access/actor.ts';
import { type Action, refusal } from '@kycuong/domain/access/permission.ts';
import type { Resource } from '@kycuong/domain/access/resource.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { sql } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Work } from '../work.ts';

type Judged = Pick<Work<unknown>, 'tx' | 'actor' | 'now'>;

/**
 * Changes of who may do what queue here, one transaction after the other: two administrators who end each other at the
 * same time would else both find that the other one remains.
 * @throws DomainError as `judgeAgain`
 */
export async function takeTurn<Facts extends { readonly resource: Resource }>(
  work: Judged,
  action: Action,
  load: (present: Actor) => Promise<Facts>,
): Promise<Facts & { readonly actor: Actor }> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('accounts', 0))`);
  return judgeAgain(work, action, load);
}

/**
 * What was judged before a wait is judged again after it, by the rights that stand now.
 * @throws DomainError `conflict` when the actor's own right, or the thing, changed meanwhile
 */
export async function judgeAgain<Facts extends { readonly resource: Resource }>(
  { tx, actor, now }: Judged,
  action: Action,
  load: (present: Actor) => Promise<Facts>,
): Promise<Facts & { readonly actor: Actor }> {
  const { accountId } = actor;
  const present = accountId === null ? actor : await enter(tx, { kind: 'person', accountId }, now);
  const facts = await load(present);
  if (refusal(present, action, facts.resource) !== undefined)
    throw new DomainError('conflict', 'access.rights-changed');
  return { ...facts, actor: present };
}
