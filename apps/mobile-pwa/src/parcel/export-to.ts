import type { FieldStore } from '../sync/store.ts';
import type { MadeParcel } from './make-parcel.ts';
import type { ParcelScope } from './read-log.ts';
import { saveFile } from './save-file.ts';

/** Saves a file and keeps what was in it: being in a file is not being sent. */
export async function saveParcel(store: FieldStore, { id, name, file, log }: MadeParcel): Promise<void> {
  saveFile({ name, file });
  await store.exports.add({
    id,
    name,
    madeAt: new Date().toISOString(),
    commandIds: log.openIds,
    evidenceIds: log.uploads.map(({ evidenceId }) => evidenceId),
  });
}

/**
 * Seals what waits into a file, or several. The first is saved at once; the others are given back, for a tap each: of what a
 * page saves by itself browsers drop all but one file, and nobody hears of it.
 * @throws NoParcel
 */
export async function exportTo(store: FieldStore, scope: ParcelScope): Promise<readonly MadeParcel[]> {
  // Sealing is fetched when it is asked for: the first screen does without it.
  const { makeParcels } = await import('./make-parcel.ts');
  let isFirst = true;
  const others: MadeParcel[] = [];
  for await (const made of makeParcels(store, scope, new Date())) {
    if (isFirst) await saveParcel(store, made);
    else others.push(made);
    isFirst = false;
  }
  return others;
}
