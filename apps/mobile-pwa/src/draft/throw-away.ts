import { takenIn } from '../evidence/taking-in.ts';
import { photosIn } from '../finding/finding-draft.ts';
import { isReadable } from '../lock/seal-rows.ts';
import type { Draft, FieldStore } from '../sync/store.ts';

/** Removes a draft for good, and the bytes of its photos where nothing else of the person names them. */
export async function throwAway(store: FieldStore, account: string, key: string): Promise<void> {
  const { drafts, uploads, files, thumbnails } = store;
  // What comes to it after that would be begun anew.
  await takenIn(key.split(' ').at(-1) ?? '');
  await store.transaction('rw', [drafts, uploads, files, thumbnails], async () => {
    const photosOf = (rows: readonly (Draft | undefined)[]) =>
      rows.filter(isReadable).flatMap(({ value }) => photosIn(value).map(({ sha256 }) => sha256));
    // Its photos have a row of their own, and so have the words that were meant for the next.
    const keys = [
      key,
      key.replace(/^finding/, 'photos'),
      key.replace(/^finding (\S+)/, 'caption $1 finding'),
    ];
    const own = keys.map((one): [string, string] => [account, one]);
    const gone = photosOf(await drafts.bulkGet(own));
    await drafts.bulkDelete(own);
    if (gone.length === 0) return;
    const others = await drafts.where('[account+key]').between([account, ''], [account, '\uffff']).toArray();
    const named = new Set([...photosOf(others), ...(await uploads.toArray()).map(({ sha256 }) => sha256)]);
    const unnamed = gone.flatMap((sha256): [string, string][] =>
      named.has(sha256) ? [] : [[account, sha256]],
    );
    await files.bulkDelete(unnamed);
    await thumbnails.bulkDelete(unnamed);
  });
}
