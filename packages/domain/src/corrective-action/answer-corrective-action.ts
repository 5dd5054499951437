import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { requiredLine, requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** One measure so that the fault does not come back: what, by whom, until when. */
export const PlanRow = z.object({
  task: requiredText(1000),
  person: requiredLine(200),
  dueOn: PlainDate,
});
export type PlanRow = z.infer<typeof PlanRow>;

/**
 * The unit's answer (ISO 9001, 10.2): why it happened, what was put right at once, the plan against recurrence, and
 * the proof. All four are needed before it can be handed in.
 */
export const AnswerCorrectiveAction = z.object({
  actionId: Id,
  cause: requiredText(5000),
  correction: requiredText(5000),
  plan: z.array(PlanRow).check(z.minLength(1, { error: 'corrective-action.plan-needed' }), z.maxLength(50)),
  evidenceIds: z
    .array(Id)
    .check(z.minLength(1, { error: 'corrective-action.evidence-needed' }), z.maxLength(50)),
});
export type AnswerCorrectiveAction = z.infer<typeof AnswerCorrectiveAction>;
