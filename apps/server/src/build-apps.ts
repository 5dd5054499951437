import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Builds the two apps where their sources have changed since; turbo knows. @throws DomainError `system.build-failed` */
export async function buildApps(): Promise<void> {
  const programs = join(root, 'node_modules', '.bin');
  const child = spawn(
    join(programs, process.platform === 'win32' ? 'turbo.cmd' : 'turbo'),
    ['run', 'build', '--output-logs=errors-only', '--log-prefix=none', '--no-update-notifier'],
    {
      cwd: root,
      env: {
        ...process.env,
        // The same Node for the build as for us, whatever the machine's own is.
        PATH: [programs, dirname(process.execPath), process.env.PATH].join(delimiter),
        TURBO_TELEMETRY_DISABLED: '1',
        DO_NOT_TRACK: '1',
      },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let words = '';
  const note = (chunk: Buffer) => {
    words += chunk;
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const status = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      words += error.message;
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  if (status === 0) return;
  const telling = words.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('npm error'));
  throw new DomainError('conflict', 'system.build-failed', { reason: telling.slice(-30).join('\n') });
}
