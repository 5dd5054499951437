import { account } from '@kycuong/db/schema/access.ts';
import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { correctiveAction, correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { round } from '@kycuong/db/schema/planning.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { judgementDeadline, processDeadline } from '@kycuong/domain/planning/process-deadline.ts';
import { noticeWorkingDays } from '@kycuong/domain/planning/round-rules.ts';
import { and, eq } from 'drizzle-orm';
import { waitsForJudgement } from '../corrective-action/waits-for-judgement.ts';
import { standsUnder } from '../organisation/covered-by.ts';
import { type Desk, type WorkItem, workItem } from './work-item.ts';

/** Ids of the units over which the person is programme office. */
type Office = readonly string[];

/** Drafts to be issued, early enough to announce the first visit. */
async function draftRounds(desk: Desk, office: Office): Promise<WorkItem[]> {
  const rows = await desk.tx
    .select()
    .from(round)
    .where(and(eq(round.status, 'draft'), standsUnder(desk.tx, round.leadUnitId, office)));
  return rows.map(({ id, name, code, form, startsOn }) =>
    workItem(desk, {
      kind: 'issue-round',
      id,
      subject: name,
      code,
      unitName: null,
      personName: null,
      dueOn:
        form === 'planned' || form === 'thematic'
          ? desk.calendar.addWorkingDays(startsOn, -noticeWorkingDays)
          : startsOn,
    }),
  );
}

async function reports(desk: Desk, office: Office): Promise<WorkItem[]> {
  const rows = await desk.tx
    .select({
      id: conclusion.id,
      name: round.name,
      code: round.code,
      endsOn: round.endsOn,
      field: round.field,
      author: account.fullName,
    })
    .from(conclusion)
    .innerJoin(round, eq(round.id, conclusion.roundId))
    .innerJoin(account, eq(account.id, conclusion.submittedBy))
    .where(and(eq(conclusion.status, 'submitted'), standsUnder(desk.tx, conclusion.leadUnitId, office)));
  return rows.map(({ id, name, code, endsOn, field, author }) =>
    workItem(desk, {
      kind: 'issue-conclusion',
      id,
      subject: name,
      code,
      unitName: null,
      personName: author,
      dueOn: desk.calendar.addDeadline(endsOn, processDeadline('conclusion', field, desk.deadlines)),
    }),
  );
}

/** Answers that wait, but not those of this very person, who may not judge them. */
async function answers(desk: Desk, office: Office): Promise<WorkItem[]> {
  const rows = await desk.tx
    .select({
      id: correctiveAction.id,
      title: correctiveAction.title,
      code: correctiveAction.code,
      unitName: unit.name,
      author: account.fullName,
      submittedBy: correctiveActionAnswer.submittedBy,
      submittedAt: correctiveActionAnswer.submittedAt,
    })
    .from(correctiveActionAnswer)
    .innerJoin(correctiveAction, eq(correctiveAction.id, correctiveActionAnswer.actionId))
    .innerJoin(unit, eq(unit.id, correctiveAction.unitId))
    .innerJoin(account, eq(account.id, correctiveActionAnswer.submittedBy))
    .where(
      and(
        waitsForJudgement,
        eq(correctiveAction.status, 'answered'),
        standsUnder(desk.tx, correctiveAction.unitId, office),
      ),
    );
  return rows
    .filter(({ submittedBy }) => submittedBy !== desk.actor.accountId)
    .map(({ id, title, code, unitName, author, submittedAt }) =>
      workItem(desk, {
        kind: 'judge-answer',
        id,
        subject: title,
        code,
        unitName,
        personName: author,
        dueOn: desk.calendar.addDeadline(dateInVietnam(submittedAt), judgementDeadline(desk.deadlines)),
      }),
    );
}

/** What units owe and have not answered in time: for the office to chase and the leadership to know. */
export async function overdueActions(desk: Desk, over: Office): Promise<WorkItem[]> {
  if (over.length === 0) return [];
  const rows = await desk.tx
    .select({ action: correctiveAction, unitName: unit.name })
    .from(correctiveAction)
    .innerJoin(unit, eq(unit.id, correctiveAction.unitId))
    .where(
      and(
        eq(correctiveAction.status, 'awaiting-answer'),
        standsUnder(desk.tx, correctiveAction.unitId, over),
      ),
    );
  return rows
    .map(({ action: { id, title, code, dueOn }, unitName }) =>
      workItem(desk, { kind: 'overdue-action', id, subject: title, code, unitName, personName: null, dueOn }),
    )
    .filter(({ deadline }) => deadline.kind === 'overdue');
}

/** What waits for the programme office over these units. */
export async function officeWork(desk: Desk, office: Office): Promise<WorkItem[]> {
  if (office.length === 0) return [];
  return [
    ...(await draftRounds(desk, office)),
    ...(await reports(desk, office)),
    ...(await answers(desk, office)),
  ];
}
