import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setHoliday } from '../calendar/set-holiday.ts';
import { type House, openHouse } from '../testing/house.ts';
import { getChain } from './get-chain.ts';
import { listTrail } from './list-trail.ts';
import { sealTrail } from './seal-trail.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const set = (date: string) =>
  house.run('administrator', setHoliday, {
    date,
    kind: 'off',
    nameVi: 'Nghỉ bão',
    nameEn: 'Storm',
    source: 'Công điện 12/CĐ-UBND',
    mark: 'V',
  });
/** Another test's transaction in the same cluster may hold the watermark back for a moment. */
async function sealAll() {
  while ((await house.ask('administrator', getChain, {})).tail.count > 0) await sealTrail(house.ground);
}

describe('the state of the chain over the trail', () => {
  it('is told to administrators alone', async () => {
    for (const person of ['office', 'leadership', 'headCoLe'] as const)
      await expect(house.ask(person, getChain, {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('says what waits, then what was sealed; each entry names its seal', async () => {
    await set('2026-11-25');
    expect(await house.ask('administrator', getChain, {})).toEqual({
      last: null,
      tail: { count: 1, since: '2026-11-23T02:00:00.000Z' },
    });
    house.setNow('2026-11-23T02:01:00Z');
    await sealAll();
    house.setNow('2026-11-23T02:02:00Z');
    await set('2026-11-26');
    expect(await house.ask('administrator', getChain, {})).toMatchObject({
      last: {
        number: 1,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        sealedAt: '2026-11-23T02:01:00.000Z',
      },
      tail: { count: 1, since: '2026-11-23T02:02:00.000Z' },
    });
    const { entries } = await house.ask('administrator', listTrail, {});
    expect(entries.map(({ seal }) => seal)).toEqual([
      null,
      { number: 1, sealedAt: '2026-11-23T02:01:00.000Z' },
    ]);
    await sealAll();
    expect((await house.ask('administrator', listTrail, {})).entries[0]?.seal).toMatchObject({ number: 2 });
  });
});
