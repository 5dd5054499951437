import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/testing/free-port.ts';

const bin = fileURLToPath(new URL('../../bin/kycuong.js', import.meta.url));
const patienceMs = 120_000;

export interface FaultyServer {
  readonly url: string;
  readonly pid: () => number;
  readonly isRunning: () => boolean;
  readonly start: () => Promise<void>;
  /** Waits until `/health` answers 200; gives how long that took. @throws Error when the process ended or never does */
  readonly untilWell: () => Promise<number>;
  /** What `/health` says just now; 0: nobody answers. */
  readonly health: () => Promise<number>;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Asks for the end; how long it took, and how it ended: its exit code, or null where it had to be killed. */
  readonly stop: () => Promise<{ readonly ms: number; readonly code: number | null }>;
  /** Until the process is gone by itself: its exit code, or null where a signal ended it. */
  readonly ended: () => Promise<number | null>;
  readonly words: () => string;
}

export interface ServerSetting {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where its standard error goes. */
  readonly log: string;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

/** `kycuong serve` as a process of its own, on one port over all its starts. Not started yet. */
export async function faultyServer({ args, env = {}, log, node = [] }: ServerSetting): Promise<FaultyServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let exit: Promise<number | null> = Promise.resolve(null);
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const health = async () => {
    const signal = AbortSignal.timeout(5_000);
    const answer = await fetch(new URL('/health', url), { signal }).catch(() => undefined);
    return answer?.status ?? 0;
  };
  const words = () => readFileSync(log, 'utf8');
  const untilWell = async () => {
    const from = performance.now();
    while (performance.now() - from < patienceMs) {
      if ((await health()) === 200) return performance.now() - from;
      if (!isRunning()) throw new Error(`the server ended with ${await exit}: ${words().slice(-10_000)}`);
      await pause(20);
    }
    throw new Error(`the server did not come back in ${patienceMs} ms: ${words().slice(-1000)}`);
  };
  return {
    url,
    isRunning,
    health,
    untilWell,
    words,
    pid: () => child?.pid ?? 0,
    start: async () => {
      const output = openSync(log, 'a');
      child = spawn(process.execPath, [...node, bin, ...args, 'serve', '--port', String(port)], {
        env: { PATH: process.env.PATH ?? '', ...env },
        stdio: ['ignore', 'ignore', output],
      });
      closeSync(output);
      const started = child;
      // A run that is broken off leaves no server behind.
      const end = () => started.kill('SIGKILL');
      process.once('exit', end);
      started.once('exit', () => process.off('exit', end));
      exit = new Promise((resolve) => started.on('exit', resolve));
      await untilWell();
    },
    signal: (name) => {
      child?.kill(name);
    },
    stop: async () => {
      const from = performance.now();
      if (!isRunning()) return { ms: 0, code: await exit };
      const running = child;
      running?.kill('SIGINT');
      const patience = new AbortController();
      const tooLong = pause(30_000, undefined, { signal: patience.signal }).then(
        () => running?.kill('SIGKILL'),
        () => undefined,
      );
      const code = await exit;
      patience.abort();
      await tooLong;
      return { ms: performance.now() - from, code };
    },
    ended: () => exit,
  };
}
