import { mkdir, statfs } from 'node:fs/promises';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';

/** How long what was seen of the disk is believed: a photo must not wait for a look at it. */
const believedMs = 2_000;

export interface Room {
  /**
   * Keeps room for bytes on their way; gives back how to let go of it, once they lie there or come no more.
   * @throws DomainError `throttled` with `usage.no-room` when less than the floor would stay free
   */
  readonly reserve: (bytes: number) => Promise<() => void>;
}

/** Bytes that this account may still write to the folder's disk. */
export async function freeBytes(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * The room on the disk of a folder. Below the floor no photo, file or parcel is taken in: what is left belongs to the
 * records, the database and the log. What is under way counts whole although part of it may lie there already, so that
 * any number who come at once go no lower.
 */
export function roomOf(folder: string, floorBytes: number, look = () => freeBytes(folder)): Room {
  let seen: { readonly at: number; readonly bytes: number } | undefined;
  let looking: Promise<void> | undefined;
  let underWay = 0;
  /** Let go of since the last look began: that did not see all of it. */
  let unseen = 0;
  const lookAgain = async () => {
    const before = unseen;
    const bytes = await look();
    seen = { at: performance.now(), bytes };
    unseen -= before;
  };
  const isFresh = () => seen !== undefined && performance.now() - seen.at < believedMs;
  return {
    reserve: async (bytes) => {
      if (!isFresh()) {
        looking ??= lookAgain().finally(() => {
          looking = undefined;
        });
        await looking;
      }
      if ((seen?.bytes ?? 0) - underWay - unseen - bytes < floorBytes)
        throw new DomainError('throttled', 'usage.no-room');
      underWay += bytes;
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        underWay -= bytes;
        unseen += bytes;
      };
    },
  };
}
