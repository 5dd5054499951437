import { isFindingDraft } from '../finding/finding-draft.ts';
import { isReadable } from '../lock/seal-rows.ts';
import type { FieldStore } from '../sync/store.ts';

/** Removes a draft for good, and the bytes of its photos where nothing else of the person names them. */
export async function throwAway(store: FieldStore, account: string, key: string): Promise<void> {
  const { drafts, uploads, files, thumbnails } = store;
  await store.transaction('rw', [drafts, uploads, files, thumbnails], async () => {
    const photosOf = (value: unknown) =>
      isFindingDraft(value) ? value.photos.map(({ sha256 }) => sha256) : [];
    const draft = await drafts.get([account, key]);
    await drafts.delete([account, key]);
    // And the words that were meant for its next photo.
    await drafts.delete([account, key.replace(/^finding (\S+)/, 'caption $1 finding')]);
    if (!isReadable(draft)) return;
    const others = await drafts.where('[account+key]').between([account, ''], [account, '\uffff']).toArray();
    const named = new Set([
      ...others.filter(isReadable).flatMap(({ value }) => photosOf(value)),
      ...(await uploads.toArray()).map(({ sha256 }) => sha256),
    ]);
    const gone = photosOf(draft.value).filter((sha256) => !named.has(sha256));
    await files.bulkDelete(gone.map((sha256): [string, string] => [account, sha256]));
    await thumbnails.bulkDelete(gone.map((sha256): [string, string] => [account, sha256]));
  });
}
