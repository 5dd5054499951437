import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalLine, optionalText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/**
 * An answer as it is kept, finished or still being written: any part may be missing, and a draft holds what is too long
 * for an answer, so that it can be shortened.
 */
export const AnswerContent = z.object({
  cause: optionalText(20_000),
  correction: optionalText(20_000),
  plan: z
    .array(
      z.object({
        task: optionalText(5000),
        person: optionalLine(1000),
        dueOn: z.nullish(PlainDate),
      }),
    )
    .check(z.maxLength(50)),
  evidenceIds: z.array(Id).check(z.maxLength(50)),
});
export type AnswerContent = z.infer<typeof AnswerContent>;
