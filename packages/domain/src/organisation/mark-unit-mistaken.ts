import * as z from 'zod/mini';
import { requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** An interval of a unit that never was: it holds on no day, and stays readable with the reason. */
export const MarkUnitMistaken = z.object({
  unitId: Id,
  reason: requiredText(500),
  /** The interval that ended the day before goes on to its last day. */
  joinFormer: z.boolean(),
});
export type MarkUnitMistaken = z.infer<typeof MarkUnitMistaken>;
