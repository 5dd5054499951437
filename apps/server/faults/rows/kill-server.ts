import type { Fault } from '../fault.ts';
import type { Strike } from '../stage/strike.ts';
import { underLoad } from '../stage/under-load.ts';

/** As a power cut or the system's out-of-memory killer ends the server; a supervisor starts it again. */
export const strikeServer: Strike = async ({ house: { server } }) => {
  const from = performance.now();
  server.signal('SIGKILL');
  await server.ended();
  await server.start();
  return performance.now() - from;
};

export const killServer: Fault = {
  names: ['kill.server'],
  run: async (setting) => [await underLoad({ name: 'kill.server', strikes: [strikeServer] }, setting)],
};
