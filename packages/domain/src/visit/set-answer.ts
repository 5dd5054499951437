import * as z from 'zod/mini';
import { Conformity } from '../checklist/conformity.ts';
import { ItemCode } from '../checklist/item-code.ts';
import { optionalText } from '../input/bounded-text.ts';
import { DeclaredNotSecret } from '../input/declared-not-secret.ts';
import { Id } from '../input/id.ts';
import { wholeNumber } from '../input/whole-number.ts';
import { answerFields } from './answer-fields.ts';

export const longestNote = 4000;

/**
 * What a person set of one answer. A part that is left out stays as it is; null clears it. `count` where the
 * item counts something (93 procedures posted).
 */
export const SetAnswer = z
  .object({
    visitId: Id,
    itemCode: ItemCode,
    conformity: z.nullish(Conformity),
    count: z.nullish(wholeNumber(0, 1_000_000)),
    note: optionalText(longestNote),
    declaredNotSecret: DeclaredNotSecret,
  })
  .check(
    z.refine((answer) => answerFields.some((field) => answer[field] !== undefined), {
      error: 'visit.answer-empty',
      path: ['conformity'],
    }),
  );
export type SetAnswer = z.infer<typeof SetAnswer>;
