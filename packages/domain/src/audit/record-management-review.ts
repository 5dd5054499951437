import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalText, requiredLine, requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { reviewInputs, reviewOutputs } from '../quality/review-agenda.ts';

/**
 * A management review as held (ISO 9001, 9.3). Every input of 9.3.2 must have been looked at, so each letter says what
 * was found; the outputs of 9.3.3 say what is needed; decisions say who does what by when.
 */
export const RecordManagementReview = z.object({
  reviewId: Id,
  systemId: Id,
  heldOn: PlainDate,
  chairedBy: requiredLine(200),
  inputs: z.record(z.enum(reviewInputs), requiredText(3000)),
  outputs: z.record(z.enum(reviewOutputs), optionalText(3000)),
  decisions: z
    .array(z.object({ task: requiredText(1000), person: requiredLine(200), dueOn: z.nullish(PlainDate) }))
    .check(z.maxLength(50)),
});
export type RecordManagementReview = z.infer<typeof RecordManagementReview>;
