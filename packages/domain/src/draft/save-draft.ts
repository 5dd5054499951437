import * as z from 'zod/mini';
import { Id } from '../input/id.ts';
import { DraftForm } from './draft-form.ts';
import { fitsDraft } from './fits-draft.ts';

/** What of a form: of which thing it is, where there is one already (a round for its report, a system for its audit). */
export const DraftPlace = z.object({ form: DraftForm, about: z.nullable(Id) });
export type DraftPlace = z.infer<typeof DraftPlace>;

/**
 * A form while it is being filled in, as typed: judged when it is sent. `version` is the one that was gone on from, 0 for
 * the first; where another one was saved meanwhile nothing is written.
 */
export const SaveDraft = z.extend(DraftPlace, {
  draftId: Id,
  version: z.int().check(z.minimum(0), z.maximum(1_000_000)),
  content: z.record(z.string(), z.unknown()).check(z.refine(fitsDraft, { error: 'draft.too-large' })),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

/** The draft is thrown away as it was seen. */
export const DiscardDraft = z.object({
  draftId: Id,
  version: z.int().check(z.minimum(0), z.maximum(1_000_000)),
});
export type DiscardDraft = z.infer<typeof DiscardDraft>;
