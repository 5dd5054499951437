import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeptParcel, listParcels } from './parcel-folder.ts';

/** Nobody sends one parcel for so long. */
const stagedMs = 24 * 60 * 60_000;

/** Clears away what a broken end left half written, and parcels that nobody took in for `keptMs`. Gives what went. */
export async function clearParcels(
  folder: string,
  { keptMs, now }: { readonly keptMs: number; readonly now: Date },
): Promise<KeptParcel[]> {
  const old = (await listParcels(folder)).filter(
    ({ cameAt, isStaged }) => now.getTime() - cameAt.getTime() > (isStaged ? stagedMs : keptMs),
  );
  for (const { name } of old) await rm(join(folder, name), { force: true });
  return old;
}
