import { mkdir, statfs } from 'node:fs/promises';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';

/** How long what was seen of the disk is believed: a photo must not wait for a look at it. */
const believedMs = 2_000;

export interface Room {
  /** Bytes that are free. */
  readonly look: () => Promise<number>;
  /** @throws DomainError `throttled` with `usage.no-room` when less than the floor would stay free */
  readonly require: (bytes: number) => Promise<void>;
}

/** Bytes that this account may still write to the folder's disk. */
export async function freeBytes(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * The room on the disk of a folder. Below the floor no photo, file or parcel is taken in: what is left belongs to the
 * records, the database and the log.
 */
export function roomOf(folder: string, floorBytes: number): Room {
  let seen: { readonly at: number; readonly bytes: number } | undefined;
  const look = async () => {
    seen = { at: performance.now(), bytes: await freeBytes(folder) };
    return seen.bytes;
  };
  return {
    look,
    require: async (bytes) => {
      const isFresh = seen !== undefined && performance.now() - seen.at < believedMs;
      const free = isFresh && seen !== undefined ? seen.bytes : await look();
      if (free - bytes < floorBytes) throw new DomainError('throttled', 'usage.no-room');
    },
  };
}
