import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/kycuong.js', import.meta.url));

/** Runs the command line as a process of its own, `input` on its standard input; `json` is what it printed, if JSON. */
export async function runKycuong(args: readonly string[], env: Record<string, string>, input?: string) {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  const exit = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(signal ?? code)),
  );
  if (child.stdout === null || child.stderr === null) throw new Error('no pipes');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { exit: await exit, out, err, json: out.startsWith('{') ? JSON.parse(out) : undefined };
}
