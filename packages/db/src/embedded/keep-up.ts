import { statfs } from 'node:fs/promises';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { DataFolder } from './data-folder.ts';
import { withLaunchLock } from './launch-lock.ts';
import { isRunning, readPostmaster } from './postmaster.ts';

export interface Keeping {
  /** Whether this process is the one that looks after the server. */
  readonly isWanted: boolean;
  readonly startAgain: () => Promise<unknown>;
  readonly log: (message: string) => void;
}

export interface Kept {
  /** Told once, after the server could not be started again for two minutes. */
  readonly lost: Promise<DomainError>;
  readonly end: () => void;
}

const lookEveryMs = 250;
const longestPauseMs = 5_000;
const patienceMs = 120_000;
/** PostgreSQL writes its log in pieces of 16 MB and does not start without room for one. */
const leastRoom = 32 * 1024 * 1024;

/** Looks after a folder's server while this process uses it: one that died is started again, where it was. */
export function keepUp(folder: DataFolder, { isWanted, startAgain, log }: Keeping): Kept {
  const { promise: lost, resolve: lose } = Promise.withResolvers<DomainError>();
  let timer: NodeJS.Timeout | undefined;
  let isOver = !isWanted;
  let deadSince: number | undefined;
  let pauseMs = lookEveryMs;

  const isUp = async () => {
    const found = await readPostmaster(folder.cluster);
    return found !== undefined && isRunning(found);
  };
  const revive = async () => {
    if (isOver || (await isUp())) return;
    await startAgain();
    log('PostgreSQL đã chạy lại.');
  };
  const failed = async (error: unknown, since: number) => {
    const reason = error instanceof Error ? error.message : String(error);
    log(`Chưa khởi động lại được PostgreSQL: ${reason}`);
    // Room may be made at any time, and nothing but room helps.
    if (performance.now() - since < patienceMs || (await isFull(folder))) return;
    isOver = true;
    lose(new DomainError('conflict', 'system.database-lost', { minutes: patienceMs / 60_000 }));
  };
  const look = async () => {
    if (await isUp()) {
      deadSince = undefined;
      pauseMs = lookEveryMs;
      return;
    }
    if (deadSince === undefined) log('PostgreSQL đã dừng đột ngột; đang khởi động lại…');
    const since = deadSince ?? performance.now();
    deadSince = since;
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    await withLaunchLock(folder, revive).catch((error: unknown) => failed(error, since));
  };
  const lookLater = () => {
    if (isOver) return;
    timer = setTimeout(() => void look().finally(lookLater), pauseMs);
    timer.unref();
  };
  lookLater();
  return {
    lost,
    end: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

async function isFull({ root }: DataFolder): Promise<boolean> {
  return await statfs(root).then(
    ({ bavail, bsize }) => bavail * bsize < leastRoom,
    () => false,
  );
}
