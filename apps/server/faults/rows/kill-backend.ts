import { join } from 'node:path';
import { readPostmaster } from '@kycuong/db/embedded/postmaster.ts';
import type { Fault } from '../fault.ts';
import { backendsOf } from '../stage/backends.ts';
import type { Strike } from '../stage/strike.ts';
import { underLoad } from '../stage/under-load.ts';

/** One process of PostgreSQL dies; it throws out all the others and recovers by itself. */
export const strikeBackend: Strike = async ({ house: { data, server }, chance }) => {
  const { pid = 0 } = (await readPostmaster(join(data, 'postgres'))) ?? {};
  const backends = await backendsOf(pid);
  const chosen = backends[chance.between(0, backends.length - 1)];
  if (chosen === undefined) throw new Error('there is no backend');
  process.kill(chosen, 'SIGKILL');
  return await server.untilWell();
};

export const killBackend: Fault = {
  names: ['kill.backend'],
  run: async (setting) => [await underLoad({ name: 'kill.backend', strikes: [strikeBackend] }, setting)],
};
