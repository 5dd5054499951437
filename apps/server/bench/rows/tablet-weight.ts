import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { absolute, type Row } from '../row.ts';

const script = fileURLToPath(new URL('../../../mobile-pwa/scripts/budget.ts', import.meta.url));

/** Gzipped scripts to the inspector's first usable screen, as the build's own budget counts them. */
export function tabletWeight(): Row {
  const { stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  const bytes = Number(/(\d+)\s+of \d+ bytes/.exec(stdout)?.[1]);
  return absolute('tablet.js', 'kB', bytes / 1000, 200);
}
