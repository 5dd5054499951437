import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { link, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, type DataFolder } from './data-folder.ts';
import { folderLocked } from './folder-locked.ts';
import { holderText, isHeld, readHolder } from './holder.ts';

const patienceMs = 60_000;
/** A lock that names nobody is believed for so long: it may be of a program that writes it in two steps. */
const unreadableForMs = 3_000;
let turn: Promise<unknown> = Promise.resolve();

/** This process's name, written once for each folder's lock. Taking a lock is a link to it, and needs no room on the disk. */
const cards = new Map<string, string>();

/**
 * Makes ready to take the folder's lock later, also when the disk is full by then.
 * @throws Error of the file system
 */
export function prepareLock({ lock }: DataFolder): string {
  const known = cards.get(lock);
  if (known !== undefined) return known;
  const card = `${lock}.${randomUUID()}`;
  try {
    writeFileSync(card, holderText(), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    rmSync(card, { force: true });
    throw error;
  }
  if (cards.size === 0) process.on('exit', clearOwnCards);
  cards.set(lock, card);
  return card;
}

function clearOwnCards(): void {
  for (const card of cards.values()) rmSync(card, { force: true });
}

/** Runs `work` while no other process starts, adopts or stops the folder's server. */
export function withLaunchLock<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  // Within one process the callers queue; the file keeps other processes out.
  const mine = turn.then(() => locked(folder, work));
  turn = mine.catch(() => undefined);
  return mine;
}

async function locked<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  const file = folder.lock;
  const from = performance.now();
  let readableAt = from;
  while (!(await take(folder))) {
    const now = performance.now();
    const found = await readFile(file, 'utf8').catch(() => undefined);
    const holder = found === undefined ? undefined : readHolder(found);
    if (found === undefined || holder !== undefined) readableAt = now;
    const isStale = holder === undefined ? now - readableAt > unreadableForMs : !isHeld(holder);
    if (found !== undefined && isStale) await discard(file, found);
    else if (now - from > patienceMs) throw folderLocked(folder, holder?.pid ?? '?');
    else await pause(50);
  }
  try {
    await clearCards(file);
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(folder: DataFolder): Promise<boolean> {
  try {
    await link(prepareLock(folder), folder.lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // The folder was made anew since.
    if (codeOf(error) !== 'ENOENT' || !cards.delete(folder.lock)) throw error;
    return false;
  }
}

/** Takes a dead holder's file away; puts it back when another process has meanwhile made its own. */
async function discard(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => undefined);
  const content = await readFile(aside, 'utf8').catch(() => stale);
  if (content !== stale) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/** What killed processes could not take with them. */
async function clearCards(file: string): Promise<void> {
  const others = (await readdir(dirname(file))).filter((name) => name.startsWith(`${basename(file)}.`));
  for (const path of others.map((name) => join(dirname(file), name))) {
    const holder = readHolder(await readFile(path, 'utf8').catch(() => ''));
    if (holder === undefined || !isHeld(holder)) await rm(path, { force: true });
  }
}
