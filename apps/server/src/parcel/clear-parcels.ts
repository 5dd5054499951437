import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeptParcel, listParcels } from './parcel-folder.ts';

/** Nobody sends one parcel for so long. */
const stagedMs = 24 * 60 * 60_000;

interface Clearing {
  readonly keptMs: number;
  readonly now: Date;
  /** Whether what is overdue by the clock may go; asked of each that is. */
  readonly isCertain?: (one: KeptParcel) => boolean;
}

/** Clears away what a broken end left half written, and parcels that nobody took in for `keptMs`. Gives what went. */
export async function clearParcels(
  folder: string,
  { keptMs, now, isCertain = () => true }: Clearing,
): Promise<KeptParcel[]> {
  const old = (await listParcels(folder)).filter((one) => {
    const age = now.getTime() - one.cameAt.getTime();
    return age > (one.isStaged ? stagedMs : keptMs) && isCertain(one);
  });
  for (const { name } of old) await rm(join(folder, name), { force: true });
  return old;
}
