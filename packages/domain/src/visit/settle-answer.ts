import * as z from 'zod/mini';
import { Conformity } from '../checklist/conformity.ts';
import { ItemCode } from '../checklist/item-code.ts';
import { optionalText } from '../input/bounded-text.ts';
import { DeclaredNotSecret } from '../input/declared-not-secret.ts';
import { Id } from '../input/id.ts';
import { wholeNumber } from '../input/whole-number.ts';
import { longestNote } from './set-answer.ts';

const settled = {
  visitId: Id,
  itemCode: ItemCode,
  /** The commands whose values the leader had before them: this one takes the place of them all. */
  over: z.array(Id).check(z.minLength(1), z.maxLength(100)),
  /**
   * An earlier settlement that this one takes back: what that one was chosen over is open again, but for `over`, whose
   * value is said again here because it showed before.
   */
  withdraws: z.optional(Id),
};

/**
 * The leader's word on one part of an answer that was written differently: one of the values, or another. What it was
 * chosen over stays in the history; what it does not name stays open.
 */
export const SettleAnswer = z.discriminatedUnion('field', [
  z.object({ ...settled, field: z.literal('conformity'), value: z.nullable(Conformity) }),
  z.object({ ...settled, field: z.literal('count'), value: z.nullable(wholeNumber(0, 1_000_000)) }),
  z.object({
    ...settled,
    field: z.literal('note'),
    value: optionalText(longestNote),
    declaredNotSecret: DeclaredNotSecret,
  }),
]);
export type SettleAnswer = z.infer<typeof SettleAnswer>;
