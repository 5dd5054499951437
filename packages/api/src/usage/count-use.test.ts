import { dailyUse } from '@kycuong/db/schema/usage.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { dailyQuotas, megabyte } from '@kycuong/domain/usage/quota.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../testing/house.ts';
import type { Ground } from '../work.ts';
import { clearUse } from './clear-use.ts';
import { countUse } from './count-use.ts';
import { nearQuota } from './near-quota.ts';

let house: House;
let ground: Ground;
beforeAll(async () => {
  house = await openHouse();
  const quota = { number: 10, megabytes: 5 };
  ground = { ...house.ground, quotas: { ...dailyQuotas, parcel: quota, import: quota } };
});
afterAll(() => house.close());

const counted = (subject: string) =>
  house.lookAsSystem((tx) =>
    tx
      .select({ number: dailyUse.number, bytes: dailyUse.bytes })
      .from(dailyUse)
      .where(and(eq(dailyUse.subject, subject), eq(dailyUse.kind, 'parcel'))),
  );
async function passed(asked: readonly Promise<unknown>[]): Promise<number> {
  const all = await Promise.allSettled(asked);
  for (const one of all)
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({ code: 'throttled', key: 'usage.day-full' });
  return all.filter(({ status }) => status === 'fulfilled').length;
}

describe('a quota of a day', () => {
  it('is passed by none of fifty who come at once, neither in number nor in bytes', async () => {
    const [many, large] = [uuidV7(), uuidV7()];
    const at = (subject: string, bytes: number) =>
      Array.from({ length: 50 }, () => countUse(ground, { kind: 'parcel', subjects: [subject], bytes }));
    expect(await passed(at(many, 1))).toBe(10);
    expect(await passed(at(large, megabyte))).toBe(5);
    expect(await counted(many)).toEqual([{ number: 10, bytes: 10 }]);
    expect(
      await passed([countUse(ground, { kind: 'parcel', subjects: [uuidV7()], bytes: 6 * megabyte })]),
    ).toBe(0);
  });

  it('is of each whom it counts on, and counts on none where one of them is full', async () => {
    const [person, device, another] = [uuidV7(), uuidV7(), uuidV7()];
    const send = (subject: string, bytes: number) =>
      countUse(ground, { kind: 'parcel', subjects: [subject, person], bytes });
    await send(device, 3 * megabyte);
    await expect(send(another, 3 * megabyte)).rejects.toMatchObject({ key: 'usage.day-full' });
    expect(await counted(another)).toEqual([]);
    const back = await send(another, 2 * megabyte);
    await back();
    expect(await counted(person)).toEqual([{ number: 2, bytes: 3 * megabyte }]);
    await send(another, 2 * megabyte);
  });

  it('begins anew on the next day; who is near its end is told, and old days are forgotten', async () => {
    const subject = house.accountId('inspector');
    const fill = (on: Ground) => countUse(on, { kind: 'import', subjects: [subject], bytes: 4.5 * megabyte });
    await fill(ground);
    await expect(fill(ground)).rejects.toMatchObject({ key: 'usage.day-full' });
    expect(await nearQuota(ground)).toContainEqual({ who: 'inspector', kind: 'import', share: 0.9 });
    const later = (days: number) => new Date(ground.now().getTime() + days * 86_400_000);
    await fill({ ...ground, now: () => later(1) });
    await clearUse({ ...ground, now: () => later(62) });
    expect(await counted(subject)).toEqual([]);
  });

  it('is not met by ten honest days of field work that come on one', () => {
    const [photos, bytes] = [10 * 1_000, 10 * 1_000 * 300_000];
    const { evidence, staged, parcel } = dailyQuotas;
    for (const { number, megabytes } of [evidence, staged]) {
      expect(number).toBeGreaterThanOrEqual(photos);
      expect(megabytes * megabyte).toBeGreaterThan(bytes);
    }
    // A team of three whose parcels one of them brings.
    expect(parcel.megabytes * megabyte).toBeGreaterThan(3 * bytes);
  });
});
