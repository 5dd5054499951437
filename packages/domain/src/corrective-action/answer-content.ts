import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalLine, optionalText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** An answer as it was handed in; older ones may lack a part. */
export const AnswerContent = z.object({
  cause: optionalText(5000),
  correction: optionalText(5000),
  plan: z
    .array(
      z.object({
        task: optionalText(1000),
        person: optionalLine(200),
        dueOn: z.nullish(PlainDate),
      }),
    )
    .check(z.maxLength(50)),
  evidenceIds: z.array(Id).check(z.maxLength(50)),
});
export type AnswerContent = z.infer<typeof AnswerContent>;
