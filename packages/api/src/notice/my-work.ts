import { roleGrant } from '@kycuong/db/schema/access.ts';
import { correctiveAction, correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { unitsUnder } from '@kycuong/domain/access/actor.ts';
import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { judgementDeadline } from '@kycuong/domain/planning/process-deadline.ts';
import { and, eq, gt, gte, inArray, isNotNull, or } from 'drizzle-orm';
import * as z from 'zod/mini';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { waitsForJudgement } from '../corrective-action/waits-for-judgement.ts';
import { standsUnder } from '../organisation/covered-by.ts';
import { loadDeadlines } from '../planning/load-deadlines.ts';
import { visitRows } from '../planning/visit-rows.ts';
import { redeclarationTasks } from '../quality/redeclarations-due.ts';
import { query } from '../query.ts';
import { headWork } from './head-work.ts';
import { officeWork, overdueActions } from './office-work.ts';
import { teamWork } from './team-work.ts';
import type { Desk, WorkItem } from './work-item.ts';

const weekAhead = 7;

/** Days off in the week to come, a weekend left out, so that deadlines can be understood. */
function daysOffSoon({ calendar, today }: Desk) {
  return Array.from({ length: weekAhead }, (_, index) => addDays(today, index))
    .map((date) => ({ date, ...calendar.day(date) }))
    .flatMap(({ date, reason, holiday }) =>
      reason === 'holiday' && holiday ? [{ date, nameVi: holiday.nameVi, nameEn: holiday.nameEn }] : [],
    );
}

/** Visits that a headed unit is told of and that are still to come. */
async function comingVisits({ tx, actor, now, today }: Desk) {
  const headed = unitsUnder(actor, 'agency-head');
  if (headed.length === 0) return [];
  const rows = await visitRows(
    tx,
    actor,
    now,
    and(
      isNotNull(visit.issuedAt),
      gte(visit.plannedOn, today),
      eq(visit.status, 'planned'),
      standsUnder(tx, visit.unitId, headed),
      // Told as a unit is told, whatever else the person may know.
      or(eq(visit.keptSecret, false), isNotNull(visit.checkedInAt)),
    ),
  );
  return rows.flatMap(({ visitId, roundId, plannedOn, unit: place, leaderName }) =>
    place === null ? [] : [{ visitId, roundId, plannedOn, unitName: place.name, leaderName }],
  );
}

/** What the person's units handed in and the office has not judged yet. */
async function waitingElsewhere({ tx, actor, calendar, deadlines }: Desk) {
  const headed = unitsUnder(actor, 'agency-head');
  if (headed.length === 0) return [];
  const rows = await tx
    .select({
      actionId: correctiveAction.id,
      code: correctiveAction.code,
      title: correctiveAction.title,
      unitName: unit.name,
      submittedAt: correctiveActionAnswer.submittedAt,
    })
    .from(correctiveActionAnswer)
    .innerJoin(correctiveAction, eq(correctiveAction.id, correctiveActionAnswer.actionId))
    .innerJoin(unit, eq(unit.id, correctiveAction.unitId))
    .where(and(waitsForJudgement, standsUnder(tx, correctiveAction.unitId, headed)));
  return rows.map(({ submittedAt, ...row }) => ({
    ...row,
    submittedAt: submittedAt.toISOString(),
    judgedBy: calendar.addDeadline(dateInVietnam(submittedAt), judgementDeadline(deadlines)),
  }));
}

async function actionCounts({ tx, today }: Desk) {
  const rows = await tx
    .select({ status: correctiveAction.status, acceptedAt: correctiveAction.acceptedAt })
    .from(correctiveAction)
    .where(inArray(correctiveAction.status, ['awaiting-answer', 'answered', 'accepted']));
  const thisYear = today.slice(0, 4);
  return {
    open: rows.filter(({ status }) => status !== 'accepted').length,
    awaitingAnswer: rows.filter(({ status }) => status === 'awaiting-answer').length,
    acceptedThisYear: rows.filter(
      ({ acceptedAt }) => acceptedAt !== null && dateInVietnam(acceptedAt).startsWith(thisYear),
    ).length,
  };
}

/** The first day on which somebody who holds no role today will hold one. */
async function firstRoleFrom({ tx, actor: { accountId, grants }, today }: Desk): Promise<string | null> {
  if (accountId === null || grants.length > 0) return null;
  const { validFrom } = roleGrant;
  const [next] = await tx
    .select({ validFrom })
    .from(roleGrant)
    .where(and(eq(roleGrant.accountId, accountId), gt(validFrom, today)))
    .orderBy(validFrom)
    .limit(1);
  return next?.validFrom ?? null;
}

/** What waits for this person, the nearest deadline first, and what surrounds it. */
export const myWork = query({
  input: z.object({}),
  run: async ({ tx, actor, now }) => {
    const desk: Desk = {
      ...{ tx, actor, now, today: dateInVietnam(now) },
      calendar: await loadCalendar(tx),
      deadlines: await loadDeadlines(tx),
    };
    const office = unitsUnder(actor, 'programme-office');
    const items: WorkItem[] = [
      ...(await officeWork(desk, office)),
      ...(await overdueActions(desk, office.length > 0 ? office : unitsUnder(actor, 'leadership'))),
      ...(await headWork(desk)),
      ...(await teamWork(desk)),
    ];
    return {
      today: desk.today,
      firstRoleFrom: await firstRoleFrom(desk),
      daysOff: daysOffSoon(desk),
      items: items.toSorted(
        (a, b) => a.dueOn.localeCompare(b.dueOn) || (a.code ?? '').localeCompare(b.code ?? ''),
      ),
      comingVisits: await comingVisits(desk),
      waitingElsewhere: await waitingElsewhere(desk),
      actions: await actionCounts(desk),
      /** Units that must declare their quality system again; no last day is set for it. */
      redeclarations: await redeclarationTasks(desk, desk.today),
    };
  },
});
