import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './live-process.ts';

export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

/** What PostgreSQL's own lock file says (pid, …, port, …, status by line), or undefined without one. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), ready: lines[7] === 'ready' };
}

/** Fast shutdown: open transactions are rolled back, everything is written out. Returns when it is gone. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = await readPostmaster(cluster);
  if (running === undefined || !isAlive(running.pid)) return;
  const until = Date.now() + 30_000;
  signal(running.pid, 'SIGINT');
  while (isAlive(running.pid)) {
    if (Date.now() > until) signal(running.pid, 'SIGQUIT');
    await pause(25);
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in between; the caller's loop sees that.
  }
}
