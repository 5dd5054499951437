import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { password } from '../../bench/stage/furnish.ts';
import { json } from '../../bench/stage/http-client.ts';
import type { Fault } from '../fault.ts';
import type { House } from '../stage/house.ts';
import type { Strike } from '../stage/strike.ts';
import { underLoad } from '../stage/under-load.ts';

const hour = 3_600_000;
const jumps = [13 * hour, -13 * hour, 365 * 24 * hour, -365 * 24 * hour];
/** What a wrong password may cost at most, s. */
const longestWait = 15 * 60;
const preload = fileURLToPath(new URL('../stage/shifted-clock.js', import.meta.url));

async function signIn({ server }: House, username: string, secret: string) {
  const body = JSON.stringify({ username, password: secret });
  const answer = await fetch(new URL('/api/trpc/access.signIn', server.url), {
    method: 'POST',
    headers: json,
    body,
  });
  const told = JSON.parse(await answer.text());
  return { status: answer.status, seconds: Number(told.error?.data?.problem?.details?.seconds ?? 0) };
}

/** The server's clock jumps, people work and mistype their passwords by it, and it is put right again. */
function strikeClock(set: (house: House, offset: number) => void): Strike {
  return async ({ house, load, chance }) => {
    const { server, furnished } = house;
    const [mistyped = '', other = ''] = furnished.inspectors.slice(6).map(({ username }) => username);
    set(house, jumps[chance.between(0, jumps.length - 1)] ?? 0);
    await load.untilTaken(20);
    for (let attempt = 0; attempt < 7; attempt += 1) await signIn(house, mistyped, 'sai');
    // What the server does by itself at its start, it does by the wrong clock.
    await server.stop();
    await server.start();
    await load.untilTaken(20);
    set(house, 0);
    const from = performance.now();
    const { status } = await signIn(house, other, password);
    if (status !== 200) throw new Error(`the clock put right, another's sign-in is answered ${status}`);
    const { seconds } = await signIn(house, mistyped, password);
    if (seconds > longestWait) throw new Error(`the clock put right, a sign-in waits ${seconds} s`);
    await load.untilTaken(20);
    return performance.now() - from;
  };
}

export const clockJumps: Fault = {
  names: ['clock.jump'],
  run: async (setting) => {
    const folder = await mkdtemp(join(tmpdir(), 'kycuong-clock-'));
    const file = join(folder, 'offset');
    writeFileSync(file, '0');
    const strike = strikeClock(({ server }, offset) => {
      writeFileSync(file, String(offset));
      server.signal('SIGUSR2');
    });
    const house = { node: ['--import', preload], env: { SHIFTED_CLOCK: file } };
    try {
      return [
        {
          ...(await underLoad({ name: 'clock.jump', house, strikes: [strike] }, setting)),
          note: "the server's own clock, ±13 h and ±365 d; PostgreSQL's goes on",
        },
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
