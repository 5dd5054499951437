import { fact } from '../sync/facts.ts';
import type { FieldStore } from '../sync/store.ts';
import { lockNow } from './lock-now.ts';

export const lockAfterChoices = [5, 15, 30] as const;
export const lockAfterDefault = 15;

const touchKey = 'kycuong.touched';
/** How often a touch is noted for the other tabs, and how often the time is looked at, ms. */
const stepMs = 10_000;

/** Whether a tablet that was touched last at `touchedMs` is to be locked. A clock set back locks at once. */
export function isIdle(touchedMs: number, nowMs: number, minutes: number): boolean {
  return nowMs - touchedMs >= minutes * 60_000 || touchedMs > nowMs + stepMs;
}

/** Locks the tablet that nobody touches, also when it slept meanwhile. All tabs count as one. */
export function startAutoLock(store: FieldStore): void {
  let noted = 0;
  const touch = () => {
    const now = Date.now();
    if (Math.abs(now - noted) < stepMs) return;
    noted = now;
    localStorage.setItem(touchKey, String(now));
  };
  const look = async () => {
    if (store.vault.held() === null) return;
    const minutes = (await fact(store, 'lockAfterMinutes')) ?? lockAfterDefault;
    if (isIdle(Number(localStorage.getItem(touchKey) ?? 0), Date.now(), minutes)) await lockNow(store);
  };
  for (const event of ['pointerdown', 'keydown', 'input']) addEventListener(event, touch, { passive: true });
  // Unlocking is a touch of its own.
  store.vault.subscribe(() => {
    if (store.vault.held() === null) return;
    noted = 0;
    touch();
  });
  setInterval(() => void look(), stepMs);
  document.addEventListener('visibilitychange', () => void look());
}
