import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The programs that npm installed come first, and among them the Node that we run on ourselves. */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_COLOR: '1',
};

export type Finished = { readonly passed: boolean; readonly output: string };
type How = { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly timeoutMs?: number };

/** Runs a program to its end and keeps what it wrote. Not to be found, or too slow, is a failure like another. */
export function runProgram(program: string, args: readonly string[], how: How = {}): Promise<Finished> {
  const { cwd = root, env = environment, timeoutMs = 300_000 } = how;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      shell: process.platform === 'win32',
    });
    let output = '';
    const note = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (code, signal) => {
      if (signal !== null) output += `\n${program}: ${signal}`;
      resolve({ passed: code === 0, output });
    });
  });
}
