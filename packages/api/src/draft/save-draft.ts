import { formDraft } from '@kycuong/db/schema/draft.ts';
import { SaveDraft } from '@kycuong/domain/draft/save-draft.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { stringify } from 'safe-stable-stringify';
import { command } from '../command.ts';
import { draftAt } from './find-draft.ts';
import { requireRoom } from './require-room.ts';

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
    const accountId = actor.accountId ?? '';
    const own = draftAt(accountId, place);
    const [kept] = await tx.select().from(formDraft).where(own).for('update');
    const next = { content, version: version + 1, savedAt: now };
    // Sent again, because its answer was lost.
    if (
      kept?.id === draftId &&
      kept.version === next.version &&
      stringify(kept.content) === stringify(content)
    )
      return { version: kept.version, savedAt: kept.savedAt.toISOString() };
    if (version === 0) {
      if (kept !== undefined) throw new DomainError('conflict', 'draft.newer');
      await requireRoom(tx, accountId, input);
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
      await requireRoom(tx, accountId, input);
      await tx.update(formDraft).set(next).where(own);
    }
    return { version: next.version, savedAt: now.toISOString() };
  },
  // Every pause in typing saves. The trail says that it was begun, and nothing of what nobody has been shown.
  isPassing: ({ version }) => version > 0,
  trail: ({ form }) => ({ form }),
});
