import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, readPostmaster } from '@kycuong/db/embedded/postmaster.ts';
import type { Fault } from '../fault.ts';
import type { HouseSetting } from '../stage/house.ts';
import { diskMegabytes, fill, smallDisk } from '../stage/small-disk.ts';
import type { Strike } from '../stage/strike.ts';
import { longestEndMs, underLoad } from '../stage/under-load.ts';

/** Everything lies on the disk that fills, also what the server says; photos are taken in to its last megabyte. */
export const onSmallDisk: HouseSetting = {
  prepare: smallDisk,
  logInData: true,
  env: { KEEP_FREE_MB: '1' },
};

/** What else happens while there is no room; the server is running at its end or was ended. */
const meanwhile: readonly ((stroke: Parameters<Strike>[0]) => Promise<void>)[] = [
  async () => undefined,
  async ({ house: { server } }) => {
    const { ms, code } = await server.stop();
    if (ms > longestEndMs || code !== 0) throw new Error(`full: ended with ${code} after ${ms} ms`);
  },
  async ({ house: { server } }) => {
    server.signal('SIGKILL');
    await server.ended();
  },
  async ({ house: { data } }) => {
    const found = await readPostmaster(join(data, 'postgres'));
    if (found !== undefined && isRunning(found)) process.kill(found.pid, 'SIGKILL');
  },
  async ({ house: { data, server } }) => {
    const found = await readPostmaster(join(data, 'postgres'));
    if (found !== undefined && isRunning(found)) process.kill(found.pid, 'SIGKILL');
    server.signal('SIGKILL');
    await server.ended();
  },
];

/** Nothing is taken any more, nobody ends by itself; once there is room it goes on. */
export const strikeDisk: Strike = async (stroke) => {
  const { house, load, chance } = stroke;
  const { data, server } = house;
  const makeRoom = await fill(data);
  try {
    await load.untilFailed(20);
    if (!server.isRunning()) throw new Error('a full disk ended the server');
    await meanwhile[chance.between(0, meanwhile.length - 1)]?.(stroke);
    await pause(chance.between(0, 2_000));
  } finally {
    await makeRoom();
  }
  const from = performance.now();
  if (!server.isRunning()) await server.start();
  await server.untilWell();
  await load.untilTaken(1);
  return performance.now() - from;
};

export const fullDisk: Fault = {
  names: ['disk.full'],
  run: async (setting) => [
    {
      ...(await underLoad({ name: 'disk.full', house: onSmallDisk, strikes: [strikeDisk] }, setting)),
      note: `tmpfs of ${diskMegabytes} MB`,
    },
  ],
};
