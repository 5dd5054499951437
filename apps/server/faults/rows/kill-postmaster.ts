import { join } from 'node:path';
import { isRunning, readPostmaster } from '@kycuong/db/embedded/postmaster.ts';
import type { Fault } from '../fault.ts';
import type { Strike } from '../stage/strike.ts';
import { underLoad } from '../stage/under-load.ts';

/** The folder's own PostgreSQL dies as a whole, under a server that lives on. */
export const strikePostmaster: Strike = async ({ house: { data, server } }) => {
  const found = await readPostmaster(join(data, 'postgres'));
  if (found === undefined || !isRunning(found)) throw new Error('there is no PostgreSQL');
  process.kill(found.pid, 'SIGKILL');
  return await server.untilWell();
};

export const killPostmaster: Fault = {
  names: ['kill.postmaster'],
  run: async (setting) => [
    await underLoad({ name: 'kill.postmaster', strikes: [strikePostmaster] }, setting),
  ],
};
