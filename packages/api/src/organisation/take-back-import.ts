import { listImport, listImportChange } from '@kycuong/db/schema/list-import.ts';
import { can } from '@kycuong/domain/access/permission.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { TakeBackImport } from '@kycuong/domain/organisation/take-back-import.ts';
import { and, eq, sql } from 'drizzle-orm';
import { endUnproven } from '../access/end-unproven.ts';
import { keepAttended } from '../access/keep-attended.ts';
import { reachOf } from '../access/reach.ts';
import { judgeAgain, takeTurn } from '../access/take-turn.ts';
import { type CommandWork, command } from '../command.ts';
import { isStillReferred } from '../database-error.ts';
import type { Work } from '../work.ts';
import { lockUnits, rebuildScope } from './change-units.ts';
import { importHindrances } from './import-hindrances.ts';
import { loadImport } from './load-import.ts';
import { refuseRolesTwice, requirePutBack, sayTakenBack, undoUnits, undoUsers } from './undo-import.ts';

type Facts = Awaited<ReturnType<typeof loadImport>>;
const action = 'organisation.take-back-import';

/** Puts everything back as it was before an import, while nothing rests on it. What the import was stays readable. */
export const takeBackImport = command({
  action,
  input: TakeBackImport,
  load: async (work) => {
    const { actor, input } = work;
    const facts = await loadImport(work, input.importId);
    const isOwn = facts.kept.importedBy !== null && facts.kept.importedBy === actor.accountId;
    if (isOwn && !can(actor, action, facts.resource))
      throw new DomainError('forbidden', 'organisation.take-back-at-server');
    return facts;
  },
  run: async (work) => {
    const { tx, actor, input, now } = work;
    const { list } = work.facts.kept;
    const load = () => loadImport(work, input.importId);
    if (list !== 'users') await lockUnits(tx);
    const { kept } = await (list === 'users' ? takeTurn : judgeAgain)(work, action, load);
    const [first] = await importHindrances(tx, kept);
    if (first) throw new DomainError('conflict', first.key, first.details);
    await sayTakenBack(tx, kept.id);
    try {
      await (list === 'users' ? takeBackUsers(work) : takeBackUnits(work));
    } catch (error) {
      throw isStillReferred(error) ? new DomainError('conflict', 'organisation.rests-something') : error;
    }
    await requirePutBack(tx, kept.id);
    await tx
      .update(listImport)
      .set({
        ...{ takenBackAt: now, takenBackBy: actor.accountId },
        ...{ takenBackName: actor.name, takenBackReason: input.reason },
      })
      .where(eq(listImport.id, kept.id));
    return { importId: kept.id, list, changes: kept.changes };
  },
  trail: (input, { list, changes }) => ({ ...input, list, changes }),
});

async function takeBackUnits({ tx, facts }: CommandWork<TakeBackImport, Facts>): Promise<void> {
  await undoUnits(tx, facts.kept.id);
  if (facts.kept.changes > 0) await rebuildScope(tx);
}

async function takeBackUsers(work: CommandWork<TakeBackImport, Facts>): Promise<void> {
  const { tx, now, facts, secondFactor } = work;
  await requireAllReached(work, facts.kept.id);
  await keepAttended(work, () => undoUsers(tx, facts.kept.id));
  await refuseRolesTwice(tx, facts.kept.id);
  await endUnproven(tx, now, secondFactor);
}

/**
 * Whoever brings a list of users is judged row by row; who takes it back, over all of it. And nobody gets more by it
 * themselves: a role that the list had ended or shortened would come back.
 */
async function requireAllReached({ tx, actor }: Work<TakeBackImport>, importId: string): Promise<void> {
  const { what, before, after } = listImportChange;
  const unit = sql<string | null>`coalesce(${after}, ${before}) ->> 'unit_id'`;
  const workplace = sql<string | null>`${before} ->> 'unit_id'`;
  const own = sql<boolean>`coalesce(${what} = 'role' and coalesce(${before} ->> 'account_id' = ${actor.accountId}, false)
    and (${after} is null or (${before} ->> 'valid_from') < (${after} ->> 'valid_from')
      or coalesce(${before} ->> 'valid_until', '9999') > coalesce(${after} ->> 'valid_until', '9999')), false)`;
  const rows = await tx
    .select({ what, unit, workplace, own })
    .from(listImportChange)
    .where(and(eq(listImportChange.importId, importId)));
  if (rows.some((row) => row.own)) throw new DomainError('conflict', 'access.own-role');
  const reaches = await reachOf(tx, actor, 'administrator');
  if (
    !rows.every((row) =>
      reaches(row.unit, ...(row.what === 'account' && row.workplace ? [row.workplace] : [])),
    )
  )
    throw new DomainError('forbidden', 'access.outside-your-units');
}
