import * as z from 'zod/mini';
import { ifNear } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { storableText } from '../input/storable-text.ts';

/** As typed: no longer than anybody pastes, and neither trimmed nor judged before it is sent. */
const asTyped = (max: number) =>
  z.nullish(z.string().check(z.overwrite(ifNear(storableText, max)), z.maxLength(max)));

/** An answer that is being written: any part may be missing, too long or no date yet. */
export const AnswerDraft = z.object({
  cause: asTyped(50_000),
  correction: asTyped(50_000),
  plan: z
    .array(z.object({ task: asTyped(10_000), person: asTyped(2000), dueOn: asTyped(100) }))
    .check(z.maxLength(50)),
  evidenceIds: z.array(Id).check(z.maxLength(50)),
});
export type AnswerDraft = z.infer<typeof AnswerDraft>;

/**
 * Replaces the draft that was gone on from, of which `version` is told (0: there was none); one that a colleague or another
 * window has saved since stays.
 */
export const SaveAnswerDraft = z.extend(AnswerDraft, {
  actionId: Id,
  version: z.int().check(z.minimum(0), z.maximum(1_000_000)),
});
export type SaveAnswerDraft = z.infer<typeof SaveAnswerDraft>;
