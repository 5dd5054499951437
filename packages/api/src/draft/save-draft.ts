import { formDraft } from '@kycuong/db/schema/draft.ts';
import { mostDrafts } from '@kycuong/domain/draft/draft-form.ts';
import { SaveDraft } from '@kycuong/domain/draft/save-draft.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { count, eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { draftAt } from './find-draft.ts';

/** Keeps a form as it is being filled in, over the version that was gone on from and no other. */
export const saveDraft = command({
  action: 'draft.save',
  input: SaveDraft,
  load: async ({ input }) => ({
    resource: { coveredBy: [] },
    subject: { kind: 'draft', id: input.draftId },
  }),
  run: async ({ tx, actor, input, now }) => {
    const { draftId, version, content, ...place } = input;
    const own = draftAt(actor.accountId, place);
    const [kept] = await tx.select().from(formDraft).where(own).for('update');
    const next = { content, version: version + 1, savedAt: now };
    if (version === 0) {
      if (kept !== undefined) throw new DomainError('conflict', 'draft.newer');
      const accountId = actor.accountId ?? '';
      const [begun] = await tx
        .select({ number: count() })
        .from(formDraft)
        .where(eq(formDraft.accountId, accountId));
      if ((begun?.number ?? 0) >= mostDrafts)
        throw new DomainError('conflict', 'draft.too-many', { maximum: mostDrafts });
      const made = await tx
        .insert(formDraft)
        .values({ ...next, id: draftId, accountId, ...place })
        .onConflictDoNothing()
        .returning({ id: formDraft.id });
      // Another window began at the same moment.
      if (made.length === 0) throw new DomainError('conflict', 'draft.newer');
    } else {
      if (kept?.id !== draftId) throw new DomainError('conflict', kept ? 'draft.newer' : 'draft.gone');
      if (kept.version !== version) throw new DomainError('conflict', 'draft.newer');
      await tx.update(formDraft).set(next).where(own);
    }
    return { version: next.version, savedAt: now.toISOString() };
  },
  // Every pause in typing saves: the trail says that it happened, and nothing of what nobody has been shown.
  trail: ({ form }) => ({ form }),
});
