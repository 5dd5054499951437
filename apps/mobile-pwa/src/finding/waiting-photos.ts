import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Captured } from '../evidence/capture.ts';
import { keepFile } from '../evidence/kept-file.ts';
import { isReadable } from '../lock/seal-rows.ts';
import type { Hand } from '../sync/log-command.ts';
import type { FieldStore } from '../sync/store.ts';
import { type DraftPhoto, photosIn } from './finding-draft.ts';

/** For which finding. */
export interface PhotosPlace {
  readonly visitId: string;
  readonly findingId: string;
  /** The checklist line that it was born on: a photo may come before anything is typed. */
  readonly itemCode: string | null;
}

export const photosKey = ({ visitId, findingId }: Pick<PhotosPlace, 'visitId' | 'findingId'>) =>
  `photos ${visitId} ${findingId}`;

/**
 * Lays a photo beside the finding that is being written, bytes and all. It has a row of its own with the others: whoever
 * types in the form meanwhile, on this screen or on it opened anew, rewrites no photo, and no photo rewrites their text.
 */
export async function addWaitingPhoto(
  { store, author, nowMs }: Hand,
  place: PhotosPlace,
  { bytes, facts, thumbnail }: Captured,
): Promise<void> {
  const { drafts, files, thumbnails } = store;
  const savedAt = new Date(nowMs).toISOString();
  const { sha256, mediaType, takenAt } = facts;
  await store.transaction('rw', [drafts, files, thumbnails], async () => {
    await keepFile(store, author, { sha256, bytes, mediaType }, takenAt);
    if (thumbnail) await thumbnails.put({ account: author, sha256, bytes: thumbnail });
    const key = photosKey(place);
    const photos = [...(await waitingPhotos(store, author, place)), { ...facts, evidenceId: uuidV7(nowMs) }];
    await drafts.put({ account: author, key, value: { itemCode: place.itemCode, photos }, savedAt });
  });
}

/** The photos that wait for a finding. */
export async function waitingPhotos(
  store: FieldStore,
  account: string,
  place: Pick<PhotosPlace, 'visitId' | 'findingId'>,
): Promise<readonly DraftPhoto[]> {
  const row = await store.drafts.get([account, photosKey(place)]);
  return isReadable(row) ? photosIn(row.value) : [];
}

/** Those that were attached wait no more; one that came since goes on waiting. */
export async function dropWaitingPhotos(
  store: FieldStore,
  account: string,
  place: PhotosPlace,
  attached: readonly DraftPhoto[],
): Promise<void> {
  await store.transaction('rw', store.drafts, async () => {
    const done = new Set(attached.map(({ evidenceId }) => evidenceId));
    const photos = (await waitingPhotos(store, account, place)).filter(
      ({ evidenceId }) => !done.has(evidenceId),
    );
    const key = photosKey(place);
    if (photos.length === 0) await store.drafts.delete([account, key]);
    else await store.drafts.update([account, key], { value: { itemCode: place.itemCode, photos } });
  });
}
