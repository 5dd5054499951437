import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readdress } from '@kycuong/db/database-address.ts';
import { isAlive } from '@kycuong/db/embedded/live-process.ts';
import { type Embedded, openEmbedded } from '@kycuong/db/embedded/open-embedded.ts';
import { readPostmaster } from '@kycuong/db/embedded/postmaster.ts';
import type { Fault } from '../fault.ts';
import type { Strike } from '../stage/strike.ts';
import { underLoad } from '../stage/under-load.ts';

/** A province's own PostgreSQL, named by `DATABASE_URL`, is stopped at once and started again by those who look after it. */
export const ownPostgres: Fault = {
  names: ['own.stop'],
  run: async (setting) => {
    const folder = await mkdtemp(join(tmpdir(), 'kycuong-own-'));
    const open = () => openEmbedded(folder, () => undefined);
    const opened: Embedded[] = [await open()];
    const strike: Strike = async ({ house: { server }, chance }) => {
      const { pid = 0 } = (await readPostmaster(join(folder, 'postgres'))) ?? {};
      process.kill(pid, 'SIGQUIT');
      while (isAlive(pid)) await pause(20);
      await pause(chance.between(0, 3_000));
      const from = performance.now();
      // The first one's stay keeps its port.
      opened.push(await open());
      await server.untilWell();
      return performance.now() - from;
    };
    try {
      const databaseUrl = readdress(opened[0]?.adminUrl ?? '', { database: 'kycuong' });
      return [await underLoad({ name: 'own.stop', house: { databaseUrl }, strikes: [strike] }, setting)];
    } finally {
      for (const one of opened) await one.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
