import type { Draft, FieldStore } from '../sync/store.ts';

/**
 * Forgets the words that went with the files, where the screen on which they were typed was left since.
 * @param handed the row as it stood when the files were handed over: another one was typed on the screen opened anew.
 */
export async function clearCaption(store: FieldStore, handed: Draft | undefined): Promise<void> {
  if (handed === undefined) return;
  const { account, key, savedAt } = handed;
  await store.transaction('rw', store.drafts, async () => {
    const now = await store.drafts.get([account, key]);
    if (now?.savedAt === savedAt) await store.drafts.delete([account, key]);
  });
}
