import { account } from '@kycuong/db/schema/access.ts';
import { ChangeAccount } from '@kycuong/domain/access/change-account.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import type { Work } from '../work.ts';
import { loadAccount } from './load-account.ts';
import { needsSlip } from './needs-slip.ts';
import { coveredByAll } from './reach.ts';
import { takeTurn } from './take-turn.ts';

/** Reached from above where the person works now and where they will work. */
async function loadChange(work: Pick<Work<ChangeAccount>, 'tx' | 'input' | 'now'>) {
  const { unitId, accountId } = work.input;
  const facts = await loadAccount(work, accountId);
  const there = await coveredByAll(work.tx, [unitId]);
  const common = facts.resource.coveredBy.filter((id) => there.includes(id));
  const coveredBy = common.length > 0 ? common : await coveredByAll(work.tx, [null]);
  return { ...facts, resource: { coveredBy } };
}

export const changeAccount = command({
  action: 'access.change-account',
  input: ChangeAccount,
  load: loadChange,
  run: async (work) => {
    const { accountId, ...facts } = work.input;
    await takeTurn(work, 'access.change-account', () => loadChange(work));
    await work.tx.update(account).set(facts).where(eq(account.id, accountId));
    return { accountId, needsSlip: await needsSlip(work.tx, accountId, work.now) };
  },
});
