import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { recordedByMistake } from '@kycuong/db/schema/list-import.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { MarkRoleMistaken } from '@kycuong/domain/access/mark-role-mistaken.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { keepMistaken } from '../organisation/keep-mistaken.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import type { Work } from '../work.ts';
import { keepAttended } from './keep-attended.ts';
import { coveredByAll } from './reach.ts';
import { takeTurn } from './take-turn.ts';

/** As a role is ended: by who administers its place, wherever the person works. */
async function loadRole({ tx, input }: Pick<Work<MarkRoleMistaken>, 'tx' | 'input'>) {
  const [row] = await tx
    .select({ grant: roleGrant, person: account, unitName: unit.name })
    .from(roleGrant)
    .innerJoin(account, eq(account.id, roleGrant.accountId))
    .leftJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(eq(roleGrant.id, input.grantId));
  if (row === undefined) return loadMarked(tx, input.grantId);
  const { grant, person, unitName } = row;
  return {
    resource: { coveredBy: await coveredByAll(tx, [grant.unitId]) },
    subject: { kind: 'account', id: person.id, unitId: person.unitId },
    row: { ...grant, unitName, fullName: person.fullName, username: person.username },
  };
}

/** One that another administrator marked already. */
async function loadMarked(tx: Transaction, grantId: string) {
  const { what, rowId, accountId, unitId } = recordedByMistake;
  const [marked] = await tx
    .select({ accountId, unitId })
    .from(recordedByMistake)
    .where(and(eq(what, 'role'), eq(rowId, grantId)));
  const { accountId: id, unitId: place } = found(marked);
  return {
    resource: { coveredBy: await coveredByAll(tx, [place]) },
    subject: { kind: 'account', id: id ?? grantId },
    row: undefined,
  };
}

/** A role that was recorded by mistake counts on no day, those that have passed among them; what was done by it stays. */
export const markRoleMistaken = command({
  action: 'access.mark-role-mistaken',
  input: MarkRoleMistaken,
  load: loadRole,
  run: async (work) => {
    const { tx, input } = work;
    const { row } = await takeTurn(work, 'access.mark-role-mistaken', () => loadRole(work));
    if (row === undefined) throw new DomainError('conflict', 'access.role-marked-already');
    const { id: rowId, accountId, unitId } = row;
    await keepMistaken(work, { what: 'role', rowId, row, reason: input.reason, accountId, unitId });
    await keepAttended(work, () => tx.delete(roleGrant).where(eq(roleGrant.id, rowId)));
    return row;
  },
  trail: ({ reason }, { id: grantId, ...row }) => ({ grantId, ...row, reason }),
});
