import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { useSyncExternalStore } from 'react';

export type Place = NonNullable<AttachEvidence['place']>;
/** asked: not answered yet. */
export type PlaceSetting = 'unasked' | 'on' | 'off';

const storageKey = 'kycuong.photo-place';
/** An older position would name where the person was, not where the photo was taken. */
const freshMs = 2 * 60_000;

let last: { readonly place: Place; readonly at: number } | null = null;
let watch: number | undefined;
let blocked = false;
const listeners = new Set<() => void>();

function noteBlocked(now: boolean): void {
  blocked = now;
  for (const listener of listeners) listener();
}

export function placeSetting(): PlaceSetting {
  const kept = localStorage.getItem(storageKey);
  return kept === 'on' || kept === 'off' ? kept : 'unasked';
}

/** Begins to listen where the person allowed it, so that a position is at hand when a photo is taken. */
export function watchPlace(): void {
  if (placeSetting() !== 'on' || watch !== undefined || !('geolocation' in navigator)) return;
  watch = navigator.geolocation.watchPosition(
    ({ coords, timestamp }) => {
      const { latitude, longitude, accuracy } = coords;
      last = { place: { latitude, longitude, accuracyM: Math.min(100_000, accuracy) }, at: timestamp };
      if (blocked) noteBlocked(false);
    },
    ({ code, PERMISSION_DENIED }) => {
      last = null;
      if (code !== PERMISSION_DENIED) return;
      // It may be allowed later: the next place to take a photo asks the browser anew.
      stopWatching();
      noteBlocked(true);
    },
    { enableHighAccuracy: true, maximumAge: 60_000 },
  );
}

function stopWatching(): void {
  if (watch !== undefined) navigator.geolocation.clearWatch(watch);
  watch = undefined;
}

export function choosePlace(setting: 'on' | 'off'): void {
  localStorage.setItem(storageKey, setting);
  if (setting === 'on') {
    watchPlace();
    return;
  }
  stopWatching();
  last = null;
  noteBlocked(false);
}

/** The person wants the place noted, and the browser does not give it. */
export function usePlaceBlocked(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => blocked,
  );
}

/** The place as far as it is known now; a photo never waits for it. */
export function placeNow(nowMs: number): Place | null {
  return placeSetting() === 'on' && last !== null && nowMs - last.at <= freshMs ? last.place : null;
}
