import type { FieldStore } from '../sync/store.ts';
import { isBlank } from './is-blank.ts';
import { readDrafts } from './read-drafts.ts';

/** Whether anything typed at a visit is no record yet: a text, a form, or words for an act. Whoever's on this device, so far as it can be told. */
export async function isAnythingTyped(store: FieldStore, account: string, visitId: string): Promise<boolean> {
  const [texts, rows, forms] = await Promise.all([
    store.texts.where('visitId').equals(visitId).count(),
    store.drafts.toArray(),
    readDrafts(store, account, visitId),
  ]);
  return texts > 0 || forms.length > 0 || rows.some((row) => row.key.includes(visitId) && !isBlank(row));
}
