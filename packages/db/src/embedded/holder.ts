import { isAlive, startedAt } from './live-process.ts';

/** A process by its number and when it started, so that a number given anew is nobody's. */
export interface Holder {
  readonly pid: number;
  readonly started: string;
}

export function holderText(): string {
  return `${process.pid} ${startedAt(process.pid)}`;
}

/** Undefined for what a full disk or a power cut left of it. */
export function readHolder(text: string): Holder | undefined {
  const [, pid = '', started = ''] = /^(\d+) (\d*)$/.exec(text) ?? [];
  // Where the system tells when a process started, a holder has said it.
  if (pid === '' || (started === '' && startedAt(process.pid) !== '')) return undefined;
  return { pid: Number(pid), started };
}

export function isHeld({ pid, started }: Holder): boolean {
  return isAlive(pid, started);
}
