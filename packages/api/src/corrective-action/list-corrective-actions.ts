import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import {
  correctiveAction,
  correctiveActionAnswer,
  correctiveActionDraft,
} from '@kycuong/db/schema/corrective-action.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { correctiveActionStates } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { deadlineState } from '@kycuong/domain/corrective-action/deadline-state.ts';
import { Severity } from '@kycuong/domain/finding/severity.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { judgementDeadline } from '@kycuong/domain/planning/process-deadline.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { isSameUnit } from '../organisation/unit-sql.ts';
import { loadDeadlines } from '../planning/load-deadlines.ts';
import { query } from '../query.ts';
import { waitsForJudgement } from './waits-for-judgement.ts';

const most = 500;

/** Corrective actions that the person may see, the nearest deadline first; at most 500. */
export const listCorrectiveActions = query({
  input: z.object({
    states: z.optional(z.array(z.enum(correctiveActionStates)).check(z.maxLength(3))),
    severities: z.optional(z.array(Severity).check(z.maxLength(4))),
    unitId: z.optional(Id),
    roundId: z.optional(Id),
    /** Only those that nobody has answered in time. */
    overdue: z.optional(z.boolean()),
  }),
  run: async ({ tx, input, now }) => {
    const rows = await tx
      .select({
        action: correctiveAction,
        unitName: unit.name,
        conclusionNumber: conclusion.number,
        answeredAt: correctiveActionAnswer.submittedAt,
        draftSavedAt: correctiveActionDraft.savedAt,
      })
      .from(correctiveAction)
      .innerJoin(unit, eq(unit.id, correctiveAction.unitId))
      .leftJoin(conclusion, eq(conclusion.id, correctiveAction.conclusionId))
      .leftJoin(
        correctiveActionAnswer,
        and(eq(correctiveActionAnswer.actionId, correctiveAction.id), waitsForJudgement),
      )
      .leftJoin(correctiveActionDraft, eq(correctiveActionDraft.actionId, correctiveAction.id))
      .where(
        and(
          input.states?.length ? inArray(correctiveAction.status, input.states) : undefined,
          input.severities?.length ? inArray(correctiveAction.severity, input.severities) : undefined,
          input.unitId ? isSameUnit(correctiveAction.unitId, input.unitId) : undefined,
          input.roundId ? eq(correctiveAction.roundId, input.roundId) : undefined,
        ),
      )
      .orderBy(asc(correctiveAction.dueOn), asc(correctiveAction.code))
      .limit(most + 1);
    const calendar = await loadCalendar(tx);
    const today = dateInVietnam(now);
    const judging = judgementDeadline(await loadDeadlines(tx));
    const judgementOf = (answeredAt: Date | null) => {
      if (answeredAt === null) return null;
      const dueOn = calendar.addDeadline(dateInVietnam(answeredAt), judging);
      return { dueOn, ...deadlineState(dueOn, today, calendar) };
    };
    const actions = rows
      .slice(0, most)
      .map(({ action, unitName, conclusionNumber, answeredAt, draftSavedAt }) => ({
        actionId: action.id,
        code: action.code,
        title: action.title,
        unit: { id: action.unitId, name: unitName },
        itemCode: action.itemCode,
        severity: action.severity,
        status: action.status,
        issuedOn: action.issuedOn,
        dueOn: action.dueOn,
        conclusionNumber,
        answeredAt: answeredAt?.toISOString() ?? null,
        acceptedAt: action.acceptedAt?.toISOString() ?? null,
        /** When the unit last wrote on its answer; only the unit is told. */
        draftSavedAt: draftSavedAt?.toISOString() ?? null,
        /** Null when the unit has done its part. */
        deadline: action.status === 'awaiting-answer' ? deadlineState(action.dueOn, today, calendar) : null,
        /** By when the answer that waits is to be judged; null when none waits. */
        judgement: judgementOf(answeredAt),
      }));
    return {
      more: rows.length > most,
      actions: input.overdue ? actions.filter(({ deadline }) => deadline?.kind === 'overdue') : actions,
    };
  },
});
