import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { correctiveAction, correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { correctiveActionStates } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { deadlineState } from '@kycuong/domain/corrective-action/deadline-state.ts';
import { Severity } from '@kycuong/domain/finding/severity.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { query } from '../query.ts';

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
      })
      .from(correctiveAction)
      .innerJoin(unit, eq(unit.id, correctiveAction.unitId))
      .leftJoin(conclusion, eq(conclusion.id, correctiveAction.conclusionId))
      .leftJoin(
        correctiveActionAnswer,
        and(eq(correctiveActionAnswer.actionId, correctiveAction.id), isNull(correctiveActionAnswer.outcome)),
      )
      .where(
        and(
          input.states?.length ? inArray(correctiveAction.status, input.states) : undefined,
          input.severities?.length ? inArray(correctiveAction.severity, input.severities) : undefined,
          input.unitId ? eq(correctiveAction.unitId, input.unitId) : undefined,
          input.roundId ? eq(correctiveAction.roundId, input.roundId) : undefined,
        ),
      )
      .orderBy(asc(correctiveAction.dueOn), asc(correctiveAction.code))
      .limit(most + 1);
    const calendar = await loadCalendar(tx);
    const today = dateInVietnam(now);
    const actions = rows.slice(0, most).map(({ action, unitName, conclusionNumber, answeredAt }) => ({
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
      /** Null when the unit has done its part. */
      deadline: action.status === 'awaiting-answer' ? deadlineState(action.dueOn, today, calendar) : null,
    }));
    return {
      more: rows.length > most,
      actions: input.overdue ? actions.filter(({ deadline }) => deadline?.kind === 'overdue') : actions,
    };
  },
});
