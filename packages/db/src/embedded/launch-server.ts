import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { type Binaries, locateBinaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { folderLocked } from './folder-locked.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { readPostmaster } from './postmaster.ts';
import type { Task } from './supervise.ts';
import { type Account, unprivilegedAccount } from './unprivileged-account.ts';

const patienceMs = 15_000;
/** After a crash it replays what it had not yet put in its place; to break that off would only begin it anew. */
const recoveryMs = 10 * 60_000;

/** Where and how a server is started. */
export interface Launch {
  readonly folder: DataFolder;
  /** PostgreSQL settings, `name=value`. */
  readonly settings: readonly string[];
  /** Others than those of the npm package. */
  readonly programs: Binaries | undefined;
  /** Where others look for it; without one, any free port. */
  readonly port?: number | undefined;
}

/** Starts the folder's server, making the cluster when it is missing; returns its port on 127.0.0.1. */
export async function launchServer(
  launch: Launch,
  password: string,
  log: (message: string) => void,
): Promise<number> {
  const { folder, programs } = launch;
  const { cluster } = folder;
  const account = await unprivilegedAccount(cluster);
  const binaries = programs ?? (await locateBinaries(account));
  if (programs === undefined) await refuseOtherMajor(folder);
  try {
    await initialiseCluster(cluster, password, binaries, account, log);
  } catch (error) {
    throw new DomainError('conflict', 'system.database-failed', {
      reason: error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : '',
    });
  }
  log('Đang khởi động PostgreSQL…');
  return await startServer(launch);
}

/** Starts the server of a cluster that is there; returns its port. */
export async function startServer({ folder, settings, programs, port: wanted }: Launch): Promise<number> {
  const account = await unprivilegedAccount(folder.cluster);
  const binaries = programs ?? (await locateBinaries(account));
  const from = performance.now();
  while (true) {
    const port = wanted ?? (await freePort());
    const refusal = await start(folder, binaries, account, port, settings);
    if (refusal === undefined) return port;
    // A killed server's number stays taken until the system has reaped it, its children until they notice.
    const passing = /postmaster\.pid|shared memory|address already in use/i.test(refusal);
    if (!passing || performance.now() - from > patienceMs) throw failure(folder, refusal);
    await pause(250);
  }
}

/** Undefined when it runs; else the last words of the server that did not. */
async function start(
  folder: DataFolder,
  binaries: Binaries,
  account: Account | undefined,
  port: number,
  settings: readonly string[],
): Promise<string | undefined> {
  const task: Task = {
    root: folder.root,
    postgres: binaries.postgres,
    port,
    settings: [...settings],
    ...(account === undefined ? {} : { account }),
  };
  const logFile = await open(folder.log, 'a', 0o600);
  const spokenBefore = (await logFile.stat()).size;
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./supervise.ts', import.meta.url)), JSON.stringify(task)],
    { cwd: folder.root, detached: true, stdio: ['ignore', logFile.fd, logFile.fd] },
  );
  let ended = false;
  child.on('exit', () => {
    ended = true;
  });
  child.on('error', () => {
    ended = true;
  });
  child.unref();
  await logFile.close();
  const from = performance.now();
  while (!ended && performance.now() - from < recoveryMs) {
    const found = await readPostmaster(folder.cluster);
    if (found?.port === port && found.ready) return undefined;
    await pause(20);
  }
  return (await readFile(folder.log)).subarray(spokenBefore).toString().trim() || 'PostgreSQL';
}

async function refuseOtherMajor(folder: DataFolder): Promise<void> {
  const version = await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8').catch(() => '18');
  if (version.trim() !== '18') {
    throw new DomainError('conflict', 'system.data-version', {
      folder: folder.root,
      version: version.trim(),
    });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function failure(folder: DataFolder, words: string): DomainError {
  const pid = /PID (\d+)/.exec(words)?.[1];
  if (/postmaster\.pid/.test(words)) return folderLocked(folder, Number(pid ?? 0));
  const fatal = words.split('\n').find((line) => /FATAL|PANIC|ERROR/.test(line));
  return new DomainError('conflict', 'system.database-failed', { reason: fatal ?? words.slice(0, 200) });
}
