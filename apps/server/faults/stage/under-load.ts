import { setTimeout as pause } from 'node:timers/promises';
import type { Setting } from '../fault.ts';
import type { Row } from '../row.ts';
import { type HouseSetting, openHouse } from './house.ts';
import { countLost, startLoad } from './load.ts';
import type { Strike } from './strike.ts';

/** Ending takes no longer, whatever happened before, ms. */
export const longestEndMs = 10_000;
/** Nor does coming back, ms. */
const longestBackMs = 60_000;

interface Kind {
  readonly name: string;
  readonly house?: HouseSetting;
  /** One after the other, round by round. */
  readonly strikes: readonly Strike[];
}

/** Strikes so often while inspectors write, ends the server in the midst of it, and counts what it had acknowledged. */
export async function underLoad(
  { name, house: setting, strikes }: Kind,
  { rounds, chance }: Setting,
): Promise<Row> {
  const house = await openHouse(setting);
  const load = startLoad(house);
  try {
    const back: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await load.untilTaken(20);
      await pause(chance.between(0, 1_000));
      const strike = strikes[round % strikes.length];
      if (strike !== undefined) back.push(await strike({ house, load, chance }));
    }
    await load.untilTaken(20);
    const { ms, code } = await house.server.stop();
    await load.end();
    await house.server.start();
    const lost = await countLost(house, load.acknowledged);
    const { commands, photos } = load.acknowledged;
    const longest = Math.max(...back);
    const faults = [
      ...(await house.doctor()),
      ...(longest > longestBackMs ? ['took too long to come back'] : []),
      ...(ms > longestEndMs || code !== 0 ? [`ended with ${code} after ${Math.round(ms)} ms`] : []),
      ...(commands.size === 0 ? ['nothing was acknowledged'] : []),
    ];
    const acknowledged = commands.size + photos.size;
    return { name, times: rounds, acknowledged, lost, backAfterMs: longest, endedAfterMs: ms, faults };
  } finally {
    await load.end();
    await house.close();
  }
}
