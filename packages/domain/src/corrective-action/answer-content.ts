import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** An answer as it is kept, finished or still being written: any part may be missing. */
export const AnswerContent = z.object({
  cause: optionalText(5000),
  correction: optionalText(5000),
  plan: z
    .array(
      z.object({
        task: optionalText(1000),
        person: optionalText(200),
        dueOn: z.nullish(PlainDate),
      }),
    )
    .check(z.maxLength(50)),
  evidenceIds: z.array(Id).check(z.maxLength(50)),
});
export type AnswerContent = z.infer<typeof AnswerContent>;
