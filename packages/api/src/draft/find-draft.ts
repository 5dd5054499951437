import { formDraft } from '@kycuong/db/schema/draft.ts';
import type { DraftPlace } from '@kycuong/domain/draft/save-draft.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** Where the draft of a person for a form lies. */
export function draftAt(accountId: string | null, { form, about }: DraftPlace) {
  return and(
    eq(formDraft.accountId, accountId ?? ''),
    eq(formDraft.form, form),
    about === null ? isNull(formDraft.about) : eq(formDraft.about, about),
  );
}

/** It has become what it was to be: in the same transaction the draft goes. */
export async function endDraft(
  tx: Transaction,
  { accountId }: { readonly accountId: string | null },
  place: DraftPlace,
): Promise<void> {
  if (accountId !== null) await tx.delete(formDraft).where(draftAt(accountId, place));
}
