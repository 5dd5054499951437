import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, type DataFolder } from './data-folder.ts';
import { folderLocked } from './folder-locked.ts';
import { isAlive, startedAt } from './live-process.ts';

const patienceMs = 60_000;
let turn: Promise<unknown> = Promise.resolve();

/** Runs `work` while no other process starts, adopts or stops the folder's server. */
export function withLaunchLock<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  // Within one process the callers queue; the file keeps other processes out.
  const mine = turn.then(() => locked(folder, work));
  turn = mine.catch(() => undefined);
  return mine;
}

async function locked<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  const holder = `${process.pid} ${startedAt(process.pid)}`;
  const until = Date.now() + patienceMs;
  while (!(await take(folder.lock, holder))) {
    if (Date.now() > until) {
      const [pid = ''] = (await readFile(folder.lock, 'utf8').catch(() => '')).split(' ');
      throw folderLocked(folder, pid);
    }
    await pause(50);
  }
  try {
    return await work();
  } finally {
    await rm(folder.lock, { force: true });
  }
}

async function take(file: string, holder: string): Promise<boolean> {
  try {
    await writeFile(file, holder, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const found = await readFile(file, 'utf8').catch(() => undefined);
  if (found === undefined) return false;
  const [pid = '', started = ''] = found.split(' ');
  if (found === '' || isAlive(Number(pid), started)) return false;
  await discard(file, found);
  return false;
}

/** Takes a dead holder's file away; puts it back when another process has meanwhile made its own. */
async function discard(file: string, stale: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const content = await readFile(aside, 'utf8').catch(() => stale);
  if (content !== stale) await writeFile(file, content, { flag: 'wx', mode: 0o600 }).catch(() => undefined);
  await rm(aside, { force: true });
}
