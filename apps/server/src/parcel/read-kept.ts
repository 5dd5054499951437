import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParcelHead } from '@kycuong/domain/sync/parcel.ts';
import { readParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { fileSource } from './file-source.ts';

/** What a kept parcel says of itself; undefined: it is gone by now, or broken. */
export async function readKept(folder: string, name: string): Promise<ParcelHead | undefined> {
  const file = await open(join(folder, name), 'r').catch(() => undefined);
  try {
    return file && (await readParcel(await fileSource(file))).head;
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}
