import { formDraft } from '@kycuong/db/schema/draft.ts';
import { mostDraftBytes, mostDrafts } from '@kycuong/domain/draft/draft-form.ts';
import type { SaveDraft } from '@kycuong/domain/draft/save-draft.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, count, eq, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** Beside the person's other drafts there is room for this one as it is now; so nobody fills the disk with what is sent to nobody. */
export async function requireRoom(
  tx: Transaction,
  accountId: string,
  { draftId, content }: Pick<SaveDraft, 'draftId' | 'content'>,
): Promise<void> {
  const [others] = await tx
    .select({
      number: count(),
      // As it lies on the disk; the texts themselves are not read for it.
      bytes: sql<number>`coalesce(sum(pg_column_size(${formDraft.content})), 0)::int`,
    })
    .from(formDraft)
    .where(and(eq(formDraft.accountId, accountId), ne(formDraft.id, draftId)));
  if (others === undefined) return;
  if (others.number >= mostDrafts)
    throw new DomainError('conflict', 'draft.too-many', { maximum: mostDrafts });
  if (others.bytes + Buffer.byteLength(JSON.stringify(content)) > mostDraftBytes)
    throw new DomainError('conflict', 'draft.no-room');
}
