import { join } from 'node:path';
import { diskStore, type EvidenceStore } from '@kycuong/api/evidence/store.ts';

/** The store of received evidence in a data folder; beside it lies what is still being uploaded. */
export function keptIn(folder: string): EvidenceStore {
  return diskStore(join(folder, 'store'));
}
