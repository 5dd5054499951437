import { readFileSync } from 'node:fs';

/** Whether a process with this id runs (a zombie does not). `started` guards against a reused id. */
export function isAlive(pid: number, started?: string): boolean {
  // To the system 0 and less mean whole groups of processes, of which one always lives.
  if (!Number.isSafeInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const stat = readStat(pid);
  if (stat === undefined) return true;
  if (stat.state === 'Z' || stat.state === 'X') return false;
  return started === undefined || started === '' || stat.started === started;
}

/** When the process started, in the kernel's ticks since boot; empty where the system has no /proc. */
export function startedAt(pid: number): string {
  return readStat(pid)?.started ?? '';
}

/** The program's short name, or undefined where the system does not tell. */
export function programName(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function readStat(pid: number): { state: string; started: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses and may itself contain blanks and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
