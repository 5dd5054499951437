import { formDraft } from '@kycuong/db/schema/draft.ts';
import { DiscardDraft } from '@kycuong/domain/draft/save-draft.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, eq } from 'drizzle-orm';
import { command } from '../command.ts';

/** Throws a draft of one's own away as it was seen; what was saved since stays. What is gone already is passed over, like another's. */
export const discardDraft = command({
  action: 'draft.discard',
  input: DiscardDraft,
  load: async ({ input }) => ({
    resource: { coveredBy: [] },
    subject: { kind: 'draft', id: input.draftId },
  }),
  run: async ({ tx, actor, input: { draftId, version } }) => {
    const own = and(eq(formDraft.id, draftId), eq(formDraft.accountId, actor.accountId ?? ''));
    const [kept] = await tx.select({ version: formDraft.version }).from(formDraft).where(own).for('update');
    if (kept !== undefined && kept.version !== version) throw new DomainError('conflict', 'draft.newer');
    const discarded = await tx.delete(formDraft).where(own).returning({ id: formDraft.id });
    return { discarded: discarded.length > 0 };
  },
  isNothing: ({ discarded }) => !discarded,
});
