import type { Fault } from '../fault.ts';
import { underLoad } from '../stage/under-load.ts';

/** As a power cut or the system's out-of-memory killer ends the server; a supervisor starts it again. */
export const killServer: Fault = {
  names: ['kill.server'],
  run: async (setting) => [
    await underLoad(
      {
        name: 'kill.server',
        strike: async ({ server }) => {
          const from = performance.now();
          server.signal('SIGKILL');
          await server.ended();
          await server.start();
          return performance.now() - from;
        },
      },
      setting,
    ),
  ],
};
