import type { FieldStore } from '../sync/store.ts';
import type { ParcelScope } from './read-log.ts';

/** Seals what waits into a file, or several, saves them, and keeps what was in them: being in a file is not being sent. @throws NoParcel */
export async function exportTo(store: FieldStore, scope: ParcelScope): Promise<void> {
  // Sealing is fetched when it is asked for: the first screen does without it.
  const [{ makeParcels }, { saveFile }] = await Promise.all([
    import('./make-parcel.ts'),
    import('./save-file.ts'),
  ]);
  for await (const made of makeParcels(store, scope, new Date())) {
    saveFile(made);
    await store.exports.add({
      id: made.id,
      name: made.name,
      madeAt: new Date().toISOString(),
      commandIds: made.log.openIds,
      evidenceIds: made.log.uploads.map(({ evidenceId }) => evidenceId),
    });
  }
}
