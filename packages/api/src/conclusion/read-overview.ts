import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import type { round } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import type { NoticeOverview } from '@kycuong/domain/conclusion/notice-overview.ts';
import { agencyName } from '@kycuong/domain/organisation/agency-name.ts';
import { asc, count, eq } from 'drizzle-orm';
import { teamsOf } from '../planning/visit-rows.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';

type Round = typeof round.$inferSelect;

/** The units of a round that the person may know of, with the day on which the team was there or is to be. */
export async function inspectedUnits(tx: Transaction, roundId: string) {
  const rows = await tx
    .select({ unitId: unit.id, name: unit.name, plannedOn: visit.plannedOn, at: visit.checkedInAt })
    .from(visit)
    .innerJoin(unit, eq(unit.id, visit.unitId))
    .where(eq(visit.roundId, roundId))
    .orderBy(asc(visit.plannedOn), asc(unit.name));
  return rows.map(({ unitId, name, plannedOn, at }) => ({
    unitId,
    name: agencyName(name, 'full'),
    day: at === null ? plannedOn : dateInVietnam(at),
  }));
}

async function methodOf(tx: Transaction, its: Round): Promise<NoticeOverview['method']> {
  const [version] = await tx
    .select({ content: checklistVersion.content })
    .from(checklistVersion)
    .where(eq(checklistVersion.id, its.checklistVersionId));
  const checklist = Checklist.parse(found(version).content);
  const [looked] = await tx
    .select({ dossiers: count() })
    .from(dossierSample)
    .where(eq(dossierSample.roundId, its.id));
  return {
    form: its.form,
    checklist: checklist.title.vi,
    items: itemsOf(checklist).length,
    dossiers: looked?.dossiers ?? 0,
  };
}

/** What the notice will tell of how the round went, for who sees the whole of it. */
export async function readOverview(tx: Transaction, its: Round): Promise<NoticeOverview> {
  const units = await inspectedUnits(tx, its.id);
  const days = units.map(({ day }) => day).toSorted();
  const team = await teamsOf(tx, [its.id]);
  return {
    worked: { from: days[0] ?? its.startsOn, to: days.at(-1) ?? its.endsOn },
    units: units.map(({ unitId, name }) => ({ unitId, name })),
    period: its.periodFrom && its.periodTo ? { from: its.periodFrom, to: its.periodTo } : null,
    team: team.map(({ fullName, role }) => ({ name: fullName, role })),
    method: await methodOf(tx, its),
  };
}
