import { found } from '../query.ts';
import type { Work } from '../work.ts';
import { loadAccount } from './load-account.ts';
import { requireReach } from './reach.ts';

/** An account that an administrator may look at: of the units that they administer, or their own. */
export async function reachedAccount(work: Pick<Work<unknown>, 'tx' | 'actor' | 'now'>, accountId: string) {
  const { tx, actor } = work;
  const reaches = await requireReach(tx, actor, 'administrator');
  const facts = await loadAccount(work, accountId);
  const visible = reaches(facts.account.unitId) || accountId === actor.accountId;
  return { ...found(visible ? facts : undefined), reaches };
}
