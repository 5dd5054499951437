import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, programName } from './live-process.ts';

/** How it is asked to end, and for how long each time, ms. */
const urgency = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 10_000],
] as const;

export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

/** What PostgreSQL's own lock file says (pid, …, port, …, status by line), or undefined without one. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), ready: lines[7] === 'ready' };
}

/** Whether it lives. After a reboot or in a new container its number may be any program's. */
export function isRunning({ pid }: Postmaster): boolean {
  return isAlive(pid) && [undefined, 'postgres'].includes(programName(pid));
}

/** The port of the server that last ran on the cluster, from the command line that PostgreSQL keeps of it. */
export async function lastPort(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.opts'), 'utf8').catch(() => '');
  const [, port] = /"port=(\d+)"/.exec(text) ?? [];
  return port === undefined ? undefined : Number(port);
}

/**
 * Fast shutdown: open transactions are rolled back, everything is written out. One that does not end is cut short, and
 * recovers what it had promised at its next start. Returns when it is gone.
 */
export async function stopPostmaster(cluster: string): Promise<void> {
  const found = await readPostmaster(cluster);
  if (found === undefined || !isRunning(found)) return;
  for (const [name, patienceMs] of urgency) {
    signal(found.pid, name);
    const from = performance.now();
    while (performance.now() - from < patienceMs) {
      if (!isAlive(found.pid)) return;
      await pause(25);
    }
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in between; the caller's loop sees that.
  }
}
