import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const patienceMs = 60_000;

/**
 * Starts a Node program and waits until it names its address (`http://…`) on its standard error.
 * @throws Error with what it said when it does not
 */
export async function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  const url = await new Promise<string>((resolve, reject) => {
    const fail = () => reject(new Error(`did not start: ${args.join(' ')}\n${words}`));
    const timer = setTimeout(fail, patienceMs);
    child.on('exit', fail);
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk;
      const [found] = /http:\/\/[\w.]+:\d+/.exec(words) ?? [];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
  child.stderr.pipe(process.stderr, { end: false });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  };
  return { url, pid: child.pid ?? 0, stop };
}
