import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/kycuong.js', import.meta.url));
const patienceMs = 170_000;

export interface Product {
  /** Undefined where it did not start. */
  readonly url: string | undefined;
  /** All that it said while it started. */
  readonly words: string;
  readonly stop: () => Promise<void>;
}

/** The product as its command line starts it, on a data folder and a port of its own. Its end is asked for as Ctrl-C does. */
export async function startProduct(command: 'start' | 'serve', folder: string): Promise<Product> {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [bin, command, '--port', '0', '--data', folder], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // Also where what asked for it fails to begin.
  process.once('exit', () => child.kill('SIGKILL'));
  let words = '';
  const url = await new Promise<string | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMs);
    const settle = (found: string | undefined) => {
      clearTimeout(timer);
      resolve(found);
    };
    child.stderr.on('data', (chunk) => {
      words += String(chunk);
      const found = /http:\/\/localhost:\d+\//.exec(words)?.[0];
      if (found !== undefined) settle(found);
    });
    child.on('exit', () => settle(undefined));
  });
  return { url, words, stop: () => stopped(child) };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'exit');
}
