import type { ContactReport } from '@kycuong/domain/device/contact-report.ts';
import { fact } from '../sync/facts.ts';
import { readTotals } from '../sync/status.ts';
import type { FieldStore } from '../sync/store.ts';

const everyMs = 60_000;

async function storageFacts(): Promise<Pick<ContactReport, 'storageKept' | 'freeBytes'>> {
  const storage = globalThis.navigator?.storage;
  if (storage === undefined) return { storageKept: null, freeBytes: null };
  const [storageKept, { quota, usage }] = await Promise.all([storage.persisted(), storage.estimate()]);
  const freeBytes = quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  return { storageKept, freeBytes };
}

/** As a fact of what was told last, so that a change is told at once. */
export function toldUnsent({
  unsentRecords,
  unsentPhotos,
}: Pick<ContactReport, 'unsentRecords' | 'unsentPhotos'>): string {
  return `${unsentRecords}/${unsentPhotos}`;
}

/**
 * What the tablet tells of itself along with the pull: once a minute, and at once when what is unsent has changed since,
 * for who sends within the minute would else be shown as having unsent work until the next round. Undefined when there
 * is nothing to tell.
 */
export async function contactReport(store: FieldStore, nowMs: number): Promise<ContactReport | undefined> {
  const [last, said, registration] = await Promise.all([
    fact(store, 'toldAt'),
    fact(store, 'toldUnsent'),
    fact(store, 'registration'),
  ]);
  if (registration === undefined) return undefined;
  const { records, photos } = await readTotals(store);
  const unsent = {
    unsentRecords: records.waiting + records.sending,
    // Of what was refused, waits for the leader or was left at that, the bytes lie here alone.
    unsentPhotos: photos.waiting + photos.sending + photos.refused + photos.quarantined + photos.rested,
  };
  // A clock that was set back must not keep it silent.
  const isRecent = last !== undefined && last <= nowMs && nowMs - last < everyMs;
  if (isRecent && said === toldUnsent(unsent)) return undefined;
  const { VITE_APP_VERSION: version } = import.meta.env;
  return {
    deviceTime: new Date(nowMs).toISOString(),
    appVersion: String(version ?? 'thử nghiệm'),
    ...(await storageFacts()),
    ...unsent,
  };
}
