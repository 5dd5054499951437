import { join } from 'node:path';
import { isAlive } from '@kycuong/db/embedded/live-process.ts';
import { readPostmaster } from '@kycuong/db/embedded/postmaster.ts';
import type { Fault } from '../fault.ts';
import { underLoad } from '../stage/under-load.ts';

/** The folder's own PostgreSQL dies as a whole, under a server that lives on. */
export const killPostmaster: Fault = {
  names: ['kill.postmaster'],
  run: async (setting) => [
    await underLoad(
      {
        name: 'kill.postmaster',
        strike: async ({ data, server }) => {
          const running = await readPostmaster(join(data, 'postgres'));
          if (running === undefined || !isAlive(running.pid)) throw new Error('there is no PostgreSQL');
          process.kill(running.pid, 'SIGKILL');
          return await server.untilWell();
        },
      },
      setting,
    ),
  ],
};
