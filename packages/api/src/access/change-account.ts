import { account } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { type AccountFacts, ChangeAccount } from '@kycuong/domain/access/change-account.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import type { Transaction } from '../transaction.ts';
import type { Work } from '../work.ts';
import { keepAttended } from './keep-attended.ts';
import { loadAccount } from './load-account.ts';
import { needsSlip } from './needs-slip.ts';
import { coveredByAll } from './reach.ts';
import { requireUnitInForce } from './require-unit-in-force.ts';
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

/** What somebody else wrote since `seen`, by field and as a person reads it. */
async function requireSeen(tx: Transaction, { seen }: ChangeAccount, present: AccountFacts): Promise<void> {
  const fields = (['fullName', 'email', 'unitId'] as const).filter((field) => seen[field] !== present[field]);
  const [first] = fields;
  if (first === undefined) return;
  const { unitId } = present;
  const [place] =
    unitId === null ? [] : await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, unitId));
  const words = { ...present, unitId: place?.name ?? null };
  const issues = fields.map((field) => {
    const value = words[field];
    return value === null
      ? ({ field, key: 'access.emptied-meanwhile', details: {} } as const)
      : ({
          field,
          key: 'access.changed-meanwhile',
          details: { value, present: present[field] ?? '' },
        } as const);
  });
  throw new DomainError('conflict', 'access.account-changed', { field: first }, issues);
}

export const changeAccount = command({
  action: 'access.change-account',
  input: ChangeAccount,
  load: loadChange,
  run: async (work) => {
    const { tx, input, now } = work;
    const { accountId, seen, ...facts } = input;
    const { account: present } = await takeTurn(work, 'access.change-account', () => loadChange(work));
    await requireSeen(tx, input, present);
    if (facts.unitId !== present.unitId)
      await requireUnitInForce(tx, facts.unitId, dateInVietnam(now), 'unitId');
    await keepAttended(work, () => tx.update(account).set(facts).where(eq(account.id, accountId)));
    return { accountId, needsSlip: await needsSlip(tx, accountId, now) };
  },
});
