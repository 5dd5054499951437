import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

export type House = {
  readonly url: string | undefined;
  /** Its data folder. */
  readonly folder: string;
  /** All that the server said while it started. */
  readonly words: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    house: House;
  }
}

const patienceMs = 170_000;

/**
 * The product as a newcomer starts it, once for all browser tests: built, on a fresh folder, with the demo story.
 * A start that fails is told to every test, which then fails by itself, so that none is left uncounted.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kycuong-house-'));
  const bin = fileURLToPath(new URL('../bin/kycuong.js', import.meta.url));
  const { DATABASE_URL: _, ...env } = process.env;
  const server = spawn(process.execPath, [bin, 'start', '--port', '0', '--data', folder], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  const url = await new Promise<string | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMs);
    const settle = (found: string | undefined) => {
      clearTimeout(timer);
      resolve(found);
    };
    server.stderr.on('data', (chunk) => {
      words += String(chunk);
      const found = /http:\/\/localhost:\d+\//.exec(words)?.[0];
      if (found !== undefined) settle(found);
    });
    server.on('exit', () => settle(undefined));
  });
  project.provide('house', { url, folder, words });
  return async () => {
    if (server.exitCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
}
