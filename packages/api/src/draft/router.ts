import { mutation, reading, router } from '../trpc.ts';
import { discardDraft } from './discard-draft.ts';
import { getDraft } from './get-draft.ts';
import { saveDraft } from './save-draft.ts';

export const draftRouter = router({
  get: reading(getDraft),
  save: mutation(saveDraft),
  discard: mutation(discardDraft),
});
