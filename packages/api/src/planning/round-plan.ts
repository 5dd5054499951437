import type { round } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { noticeWarnings } from '@kycuong/domain/planning/round-rules.ts';
import { eq } from 'drizzle-orm';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { versionOf } from '../seen.ts';
import type { Transaction } from '../transaction.ts';
import { teamsOf, visitRows } from './visit-rows.ts';

/** Who goes where and when, as far as this person may know, and what is unusual about the days; named by its version. */
export async function roundPlan(tx: Transaction, actor: Actor, now: Date, its: typeof round.$inferSelect) {
  const visits = await visitRows(tx, actor, now, eq(visit.roundId, its.id));
  const calendar = await loadCalendar(tx);
  const known = visits.flatMap(({ unit: place, plannedOn }) =>
    place === null ? [] : [{ unitId: place.id, unitName: place.name, plannedOn }],
  );
  const plan = {
    visits,
    team: await teamsOf(tx, [its.id]),
    /** Units that are told too late when the notice goes out today, or were. */
    noticeWarnings: noticeWarnings(
      { form: its.form, units: known },
      its.noticedOn ?? dateInVietnam(now),
      calendar,
    ),
    /** Visits on days that are not worked, which the office may have meant. */
    daysOff: known.flatMap(({ unitName, plannedOn }) =>
      calendar.isWorkingDay(plannedOn) ? [] : [{ unitName, plannedOn }],
    ),
  };
  return { ...plan, version: versionOf({ its, plan }) };
}
