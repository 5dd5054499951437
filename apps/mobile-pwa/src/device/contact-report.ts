import type { ContactReport } from '@kycuong/domain/device/contact-report.ts';
import { fact } from '../sync/facts.ts';
import { readStatus } from '../sync/status.ts';
import type { FieldStore } from '../sync/store.ts';

const everyMs = 60_000;

async function storageFacts(): Promise<Pick<ContactReport, 'storageKept' | 'freeBytes'>> {
  const storage = globalThis.navigator?.storage;
  if (storage === undefined) return { storageKept: null, freeBytes: null };
  const [storageKept, { quota, usage }] = await Promise.all([storage.persisted(), storage.estimate()]);
  const freeBytes = quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  return { storageKept, freeBytes };
}

/** What the tablet tells of itself along with the pull, at most once a minute; undefined when it has told just now. */
export async function contactReport(store: FieldStore, nowMs: number): Promise<ContactReport | undefined> {
  const last = await fact(store, 'toldAt');
  // A clock that was set back must not keep it silent.
  if (last !== undefined && last <= nowMs && nowMs - last < everyMs) return undefined;
  if ((await fact(store, 'registration')) === undefined) return undefined;
  const { records, photos } = await readStatus(store);
  const { VITE_APP_VERSION: version } = import.meta.env;
  return {
    deviceTime: new Date(nowMs).toISOString(),
    appVersion: String(version ?? 'thử nghiệm'),
    ...(await storageFacts()),
    unsentRecords: records.waiting + records.sending,
    // Of what was refused, waits for the leader or was left at that, the bytes lie here alone.
    unsentPhotos: photos.waiting + photos.sending + photos.refused + photos.quarantined + photos.rested,
  };
}
