import { execFileSync } from 'node:child_process';
import { absolute, type Row } from '../row.ts';
import type { Stage } from '../stage/stage.ts';

/** What our server's process holds in memory after all that was asked of it. */
export function serverRss({ server }: Stage): Row {
  const kilobytes = Number(
    execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' }),
  );
  return absolute('server.rss', 'MB', kilobytes / 1024, 200);
}
