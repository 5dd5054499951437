import { fact, setFact } from '../sync/facts.ts';
import type { FieldStore } from '../sync/store.ts';

const freeAttempts = 5;
const pausesMs = [30_000, 60_000, 5 * 60_000, 15 * 60_000];

/** Pause after so many wrong codes in a row, ms. */
export function pauseAfter(failures: number): number {
  if (failures < freeAttempts) return 0;
  return pausesMs[Math.min(failures - freeAttempts, pausesMs.length - 1)] ?? 0;
}

/** How long no code is tried, ms. A clock that was set back cannot make the pause longer than it is. */
export async function pauseLeft(store: FieldStore, account: string, nowMs: number): Promise<number> {
  const { failures, notBefore } = (await fact(store, `attempts:${account}`)) ?? { failures: 0, notBefore: 0 };
  return Math.max(0, Math.min(notBefore - nowMs, pauseAfter(failures)));
}

/**
 * Counts an attempt as wrong before its outcome is looked at, on the disk: a page that is killed while it tries has used
 * it up.
 * False while a pause runs; then nothing is counted.
 */
export async function beginAttempt(store: FieldStore, account: string, nowMs: number): Promise<boolean> {
  return store.transaction('rw', store.meta, async () => {
    if ((await pauseLeft(store, account, nowMs)) > 0) return false;
    const failures = ((await fact(store, `attempts:${account}`))?.failures ?? 0) + 1;
    await setFact(store, `attempts:${account}`, { failures, notBefore: nowMs + pauseAfter(failures) });
    return true;
  });
}

export async function forgiveAttempts(store: FieldStore, account: string): Promise<void> {
  await setFact(store, `attempts:${account}`, { failures: 0, notBefore: 0 });
}
