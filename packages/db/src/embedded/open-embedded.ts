import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Binaries } from './binaries.ts';
import { canConnect } from './can-connect.ts';
import { adminPassword, type DataFolder, openDataFolder, unwritable } from './data-folder.ts';
import { folderLocked } from './folder-locked.ts';
import { adminName } from './initialise-cluster.ts';
import { keepUp } from './keep-up.ts';
import { prepareLock, withLaunchLock } from './launch-lock.ts';
import { launchServer, startServer } from './launch-server.ts';
import { isAlive } from './live-process.ts';
import { isRunning, lastPort, readPostmaster, stopPostmaster } from './postmaster.ts';
import { liveUsers, register, type UserKind } from './server-users.ts';

export type Embedded = {
  /** Address of the superuser, database `postgres`. */
  readonly adminUrl: string;
  /** The server was already running for another process. */
  readonly adopted: boolean;
  /** Told, for kind `server`, when the server died and could not be started again. */
  readonly lost: Promise<DomainError>;
  /** Leaves the server; it stops when nobody else uses it. */
  readonly stop: () => Promise<void>;
};

export type OpenOptions = {
  readonly kind?: UserKind;
  /** PostgreSQL settings, `name=value`, for tests that may trade safety for speed. */
  readonly settings?: readonly string[];
  /** Another PostgreSQL's than those of the npm package, for tests and the bench. */
  readonly programs?: Binaries | undefined;
};

const patienceMs = 15_000;

/**
 * Starts, or joins, the PostgreSQL server of a data folder; makes its cluster at first use.
 * A folder has one `server`, which starts it again when it dies; any number of tools may work beside it.
 * @throws DomainError `system.data-locked`, `system.data-unwritable`, `system.data-version`, `system.no-binaries`, `system.database-failed`
 */
export async function openEmbedded(
  dataDir: string,
  log: (message: string) => void,
  options: OpenOptions = {},
): Promise<Embedded> {
  const { kind = 'tool', settings = [], programs } = options;
  const folder = await openDataFolder(dataDir);
  try {
    prepareLock(folder);
  } catch (error) {
    throw unwritable(folder, error);
  }
  return await withLaunchLock(folder, async () => {
    const users = liveUsers(folder);
    const host = users.find((user) => user.kind === 'server');
    if (kind === 'server' && host !== undefined) throw folderLocked(folder, host.pid);
    const password = await adminPassword(folder);
    const addressAt = (port: number) => `postgres://${adminName}:${password}@127.0.0.1:${port}/postgres`;
    const running = await adopt(folder, addressAt);
    // Whoever else is here looks for a server that died where it was.
    const known = users.length > 0 ? await lastPort(folder.cluster) : undefined;
    const leave = register(folder, kind);
    try {
      const launch = { folder, settings, programs };
      const port = running ?? (await launchServer({ ...launch, port: known }, password, log));
      const kept = keepUp(folder, {
        isWanted: kind === 'server',
        startAgain: () => startServer({ ...launch, port }),
        log,
      });
      const stop = () => {
        kept.end();
        return withLaunchLock(folder, async () => {
          leave();
          if (liveUsers(folder).length === 0) await stopPostmaster(folder.cluster);
        }).finally(leave);
      };
      return { adminUrl: addressAt(port), adopted: running !== undefined, lost: kept.lost, stop };
    } catch (error) {
      leave();
      throw error;
    }
  });
}

/** The port of the running server, or undefined when there is none; clears away what a dead one left. */
async function adopt(folder: DataFolder, addressAt: (port: number) => string): Promise<number | undefined> {
  const found = await readPostmaster(folder.cluster);
  if (found === undefined || !isAlive(found.pid)) return undefined;
  if (!isRunning(found)) {
    // PostgreSQL itself would refuse to start.
    await rm(join(folder.cluster, 'postmaster.pid'), { force: true });
    return undefined;
  }
  if (liveUsers(folder).length === 0) {
    await stopPostmaster(folder.cluster);
    return undefined;
  }
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    if (await canConnect(addressAt(found.port), 500)) return found.port;
    // It was ending when it was looked at.
    if (!isAlive(found.pid)) return adopt(folder, addressAt);
  }
  throw folderLocked(folder, found.pid);
}
