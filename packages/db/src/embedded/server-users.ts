import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFolder, unwritable } from './data-folder.ts';
import { isAlive, startedAt } from './live-process.ts';

/** `server`: the one host of a folder; `tool`: a command beside it. */
export type UserKind = 'server' | 'tool';
export type ServerUser = { readonly pid: number; readonly kind: UserKind };

/**
 * Writes down that this process uses the folder's PostgreSQL; returns the way to take it back.
 * The server runs as long as one living process stands here.
 */
export function register(folder: DataFolder, kind: UserKind): () => void {
  const name = `${process.pid}-${randomUUID()}`;
  const file = join(folder.users, name);
  // Beside its place first: whoever looks meanwhile, or after the disk was full, must not find half of it.
  const draft = `${folder.users}.${name}`;
  try {
    writeFileSync(draft, `${process.pid} ${kind} ${startedAt(process.pid)}`, { mode: 0o600, flush: true });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw unwritable(folder, error);
  }
  const leave = () => {
    process.off('exit', leave);
    rmSync(file, { force: true });
  };
  process.on('exit', leave);
  return leave;
}

/** The living users; the files of dead ones are removed on the way. */
export function liveUsers(folder: DataFolder): ServerUser[] {
  return readdirSync(folder.users).flatMap((name) => {
    const file = join(folder.users, name);
    const [pid = '', kind, started = ''] = readQuietly(file).split(' ');
    if (isAlive(Number(pid), started)) return [{ pid: Number(pid), kind: kind === 'server' ? kind : 'tool' }];
    rmSync(file, { force: true });
    return [];
  });
}

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
