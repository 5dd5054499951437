import { recordedByMistake } from '@kycuong/db/schema/list-import.ts';
import { unit, unitScope } from '@kycuong/db/schema/organisation.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { addDays } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { formerInterval } from '@kycuong/domain/organisation/former-interval.ts';
import { MarkUnitMistaken } from '@kycuong/domain/organisation/mark-unit-mistaken.ts';
import { and, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { command } from '../command.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { lockUnits, rebuildScope } from './change-units.ts';
import { keepMistaken } from './keep-mistaken.ts';
import { restsOnUnit } from './rests-on-unit.ts';

type Interval = typeof unit.$inferSelect;

/**
 * An interval of a unit that was recorded by mistake holds on no day: not its name, not the rights of a role that names it.
 * The row leaves its table when nothing names it, and else stays for the papers that do.
 */
export const markUnitMistaken = command({
  action: 'organisation.mark-unit-mistaken',
  input: MarkUnitMistaken,
  load: async ({ input }) => ({ resource: wholeSystem, subject: { kind: 'unit', id: input.unitId } }),
  run: async (work) => {
    const { tx, input, now } = work;
    await lockUnits(tx);
    const { interval, others, parentName } = await loadInterval(tx, input.unitId);
    const former = input.joinFormer ? formerInterval(others, interval) : undefined;
    if (input.joinFormer && former === undefined)
      throw new DomainError('conflict', 'organisation.no-former-interval', { field: 'joinFormer' });
    const [heir] = others;
    if (heir) await tx.update(unit).set({ parentId: heir.id }).where(eq(unit.parentId, interval.id));
    const rests = await restsOnUnit(tx, interval.id);
    const stays = rests.length > 0;
    const identityId = stays ? interval.identityId : await keepOneIdentity(tx, interval, heir);
    const { recordedAt, mistakenAt: _, ...facts } = interval;
    const row = { ...facts, identityId, parentName, recordedAt: recordedAt.toISOString() };
    await keepMistaken(work, { what: 'unit', rowId: interval.id, row, reason: input.reason });
    if (stays) await markAt(tx, interval, now);
    else await remove(tx, interval);
    if (former) await goOn(tx, former, interval);
    await rebuildScope(tx);
    return { ...row, stays, goesOn: former?.name ?? null, rests };
  },
  trail: ({ reason }, { id: unitId, ...row }) => ({ unitId, ...row, reason }),
});

async function loadInterval(tx: Transaction, unitId: string) {
  const { what, rowId } = recordedByMistake;
  const [marked] = await tx
    .select({ rowId })
    .from(recordedByMistake)
    .where(and(eq(what, 'unit'), eq(rowId, unitId)));
  if (marked) throw new DomainError('conflict', 'organisation.unit-marked-already');
  const interval = found((await tx.select().from(unit).where(eq(unit.id, unitId)))[0]);
  const others = await tx
    .select()
    .from(unit)
    .where(and(eq(unit.identityId, interval.identityId), ne(unit.id, unitId), isNull(unit.mistakenAt)))
    .orderBy(unit.validFrom);
  const [parent] =
    interval.parentId === null
      ? []
      : await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, interval.parentId));
  return { interval, others, parentName: parent?.name ?? null };
}

async function markAt(tx: Transaction, { id, validFrom }: Interval, mistakenAt: Date): Promise<void> {
  await tx
    .update(unit)
    .set({ mistakenAt, validUntil: addDays(validFrom, -1) })
    .where(eq(unit.id, id));
}

async function remove(tx: Transaction, { id }: Interval): Promise<void> {
  await tx.delete(unitScope).where(or(eq(unitScope.unitId, id), eq(unitScope.ancestorId, id)));
  await tx.delete(unit).where(eq(unit.id, id));
}

/** A unit bears the id of its first interval: when that one is gone, of the next. */
async function keepOneIdentity(tx: Transaction, gone: Interval, heir: Interval | undefined): Promise<string> {
  if (gone.identityId !== gone.id || heir === undefined) return gone.identityId;
  await tx.update(unit).set({ identityId: heir.id }).where(eq(unit.identityId, gone.id));
  return heir.id;
}

/** The former interval takes the days back, unless its code was given to another unit meanwhile. */
async function goOn(tx: Transaction, former: Interval, { validFrom, validUntil }: Interval): Promise<void> {
  const { code, codeScheme, id } = former;
  const [taken] = await tx
    .select({ name: unit.name })
    .from(unit)
    .where(
      and(
        ...[eq(unit.code, code), eq(unit.codeScheme, codeScheme), ne(unit.id, id)],
        ...[isNull(unit.mistakenAt), sql`coalesce(${unit.validUntil}, 'infinity') >= ${validFrom}::date`],
        sql`${unit.validFrom} <= coalesce(${validUntil}::date, 'infinity')`,
      ),
    );
  if (taken)
    throw new DomainError('conflict', 'organisation.code-given', {
      ...{ code, name: taken.name, field: 'joinFormer' },
    });
  await tx.update(unit).set({ validUntil }).where(eq(unit.id, id));
}
