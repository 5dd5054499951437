import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { useSyncExternalStore } from 'react';
import { giveUpReserve } from '../sync/storage-room.ts';

/** Why the last write did not reach the disk: no room is left, or something else. */
export type SaveTrouble = 'full' | 'other';

let trouble: SaveTrouble | null = null;
const listeners = new Set<() => void>();

function note(now: SaveTrouble | null): void {
  if (trouble === now) return;
  trouble = now;
  for (const listener of listeners) listener();
}

/** Whether the disk, or the room that the browser grants, is full. The reason may lie inside another error. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('name' in error && error.name === 'QuotaExceededError') return true;
  return ['inner', 'cause'].some((within) => isDiskFull(Reflect.get(error, within)));
}

/**
 * Runs something that writes records to the device, on a full disk once more in the room that was kept for them. When
 * the disk does not take it (full, or closed by the browser) the head of every screen says so until a later write
 * succeeds; the failure goes on to the caller, who keeps what was typed.
 */
export async function saving<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    const result = await run().catch(async (error) => {
      if (isDiskFull(error) && (await giveUpReserve())) return run();
      throw error;
    });
    note(null);
    return result;
  } catch (error) {
    // What was not written because of what is in it says so where it was typed: the disk has nothing to do with it.
    if (!(error instanceof DomainError)) note(isDiskFull(error) ? 'full' : 'other');
    throw error;
  }
}

/** What the head of every screen says just now; null: the last write is on the disk. */
export const troubleNow = (): SaveTrouble | null => trouble;

export function useSaveTrouble(): SaveTrouble | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, troubleNow);
}
