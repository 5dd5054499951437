import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import { isAlive, startedAt } from './live-process.ts';

/** `server`: the one host of a folder; `tool`: a command beside it. */
export type UserKind = 'server' | 'tool';
export type ServerUser = { readonly pid: number; readonly kind: UserKind };

/**
 * Writes down that this process uses the folder's PostgreSQL; returns the way to take it back.
 * The server runs as long as one living process stands here.
 */
export function register(folder: DataFolder, kind: UserKind): () => void {
  const file = join(folder.users, `${process.pid}-${randomUUID()}`);
  writeFileSync(file, `${process.pid} ${kind} ${startedAt(process.pid)}`, { mode: 0o600 });
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
    return '-1';
  }
}
