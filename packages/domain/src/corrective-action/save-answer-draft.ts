import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date.ts';
import { optionalText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** The answer while it is being written: anything may still be missing. Replaces the earlier draft. */
export const SaveAnswerDraft = z.object({
  actionId: Id,
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
export type SaveAnswerDraft = z.infer<typeof SaveAnswerDraft>;
