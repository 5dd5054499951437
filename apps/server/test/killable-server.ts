import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../src/testing/free-port.ts';

const bin = fileURLToPath(new URL('../bin/kycuong.js', import.meta.url));
const patienceMs = 170_000;

export interface KillableServer {
  readonly url: string;
  readonly start: () => Promise<void>;
  /** As a power cut ends it: nothing is said, nothing is finished. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A server of the test's own on one folder and one port, to be killed and started again. Not started yet. */
export async function openKillableServer(folder: string): Promise<KillableServer> {
  const port = await freePort();
  const url = `http://localhost:${port}/`;
  const { DATABASE_URL: _, ...env } = process.env;
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals) => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url,
    start: async () => {
      const started = spawn(process.execPath, [bin, 'start', '--port', String(port), '--data', folder], {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = started;
      let words = '';
      started.stderr.on('data', (chunk) => {
        words += String(chunk);
      });
      for (const until = Date.now() + patienceMs; Date.now() < until && started.exitCode === null; ) {
        const answer = await fetch(new URL('/health', url)).catch(() => undefined);
        if (answer?.ok === true) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`the server did not start:\n${words}`);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
  };
}
