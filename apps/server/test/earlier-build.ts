import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const app = fileURLToPath(new URL('../../mobile-pwa', import.meta.url));

/** The tablet app as it is built. */
export const builtToday = join(app, 'dist');

/** An earlier build, whose scripts are modules and whose worker believes what it gets, into a folder of its own. */
export async function buildModules(folder: string): Promise<string> {
  const out = join(folder, 'modules');
  await promisify(execFile)(process.execPath, ['scripts/build-modules.ts', out], {
    cwd: app,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return out;
}
