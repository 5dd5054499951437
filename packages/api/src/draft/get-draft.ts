import { formDraft } from '@kycuong/db/schema/draft.ts';
import { DraftPlace } from '@kycuong/domain/draft/save-draft.ts';
import { query } from '../query.ts';
import { draftAt } from './find-draft.ts';

/** What the person has begun in a form; null where nothing is kept. */
export const getDraft = query({
  input: DraftPlace,
  run: async ({ tx, actor, input }) => {
    const [row] = await tx.select().from(formDraft).where(draftAt(actor.accountId, input));
    return row === undefined
      ? null
      : {
          draftId: row.id,
          version: row.version,
          content: row.content,
          savedAt: row.savedAt.toISOString(),
        };
  },
});
