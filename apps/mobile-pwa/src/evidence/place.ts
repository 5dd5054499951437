import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';

export type Place = NonNullable<AttachEvidence['place']>;
/** asked: not answered yet. */
export type PlaceSetting = 'unasked' | 'on' | 'off';

const storageKey = 'kycuong.photo-place';
/** An older position would name where the person was, not where the photo was taken. */
const freshMs = 2 * 60_000;

let last: { readonly place: Place; readonly at: number } | null = null;
let watch: number | undefined;

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
    },
    () => {
      last = null;
    },
    { enableHighAccuracy: true, maximumAge: 60_000 },
  );
}

export function choosePlace(setting: 'on' | 'off'): void {
  localStorage.setItem(storageKey, setting);
  if (setting === 'on') {
    watchPlace();
    return;
  }
  if (watch !== undefined) navigator.geolocation.clearWatch(watch);
  watch = undefined;
  last = null;
}

/** The place as far as it is known now; a photo never waits for it. */
export function placeNow(nowMs: number): Place | null {
  return placeSetting() === 'on' && last !== null && nowMs - last.at <= freshMs ? last.place : null;
}
