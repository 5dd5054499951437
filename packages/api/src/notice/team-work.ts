import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { processDeadline } from '@kycuong/domain/planning/process-deadline.ts';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { visitRows } from '../planning/visit-rows.ts';
import { type Desk, type WorkItem, workItem } from './work-item.ts';

/** What a person's teams have to do: visits to make; for the leader, visits to close and reports to hand in. */
export async function teamWork(desk: Desk): Promise<WorkItem[]> {
  const { tx, actor, now, calendar } = desk;
  if (actor.accountId === null) return [];
  const mine = await tx
    .select({ round, role: roundMember.role, conclusionId: conclusion.id })
    .from(roundMember)
    .innerJoin(round, eq(round.id, roundMember.roundId))
    .leftJoin(conclusion, eq(conclusion.roundId, round.id))
    .where(
      and(
        eq(roundMember.accountId, actor.accountId),
        isNull(roundMember.removedAt),
        eq(round.status, 'issued'),
      ),
    );
  if (mine.length === 0) return [];
  const ids = mine.map((row) => row.round.id);
  const visits = await visitRows(tx, actor, now, inArray(visit.roundId, ids));
  return mine.flatMap(({ round: its, role, conclusionId }) => {
    const own = visits.filter(({ roundId }) => roundId === its.id);
    const about = { code: its.code, personName: null };
    const toMake = own
      .filter(({ status }) => status === 'planned' || status === 'open')
      .map(({ visitId, unit, plannedOn }) =>
        workItem(desk, {
          ...about,
          kind: 'make-visit',
          id: visitId,
          subject: its.name,
          unitName: unit?.name ?? null,
          dueOn: plannedOn,
        }),
      );
    if (role !== 'leader') return toMake;
    const toClose = own
      .filter(({ status }) => status === 'submitted')
      .map(({ visitId, unit }) =>
        workItem(desk, {
          ...about,
          kind: 'close-visit',
          id: visitId,
          subject: its.name,
          unitName: unit?.name ?? null,
          dueOn: its.endsOn,
        }),
      );
    const toReport =
      conclusionId === null && own.length > 0 && own.every(({ status }) => status === 'closed')
        ? [
            workItem(desk, {
              ...about,
              kind: 'submit-report',
              id: its.id,
              subject: its.name,
              unitName: null,
              dueOn: calendar.addDeadline(its.endsOn, processDeadline('report', its.field, desk.deadlines)),
            }),
          ]
        : [];
    return [...toMake, ...toClose, ...toReport];
  });
}
