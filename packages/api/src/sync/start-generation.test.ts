import { changeFeed, feedGeneration } from '@kycuong/db/schema/sync.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';
import { pull } from './pull.ts';
import { startGeneration } from './start-generation.ts';

let house: FieldHouse;
beforeAll(async () => {
  house = await openFieldHouse();
});
afterAll(() => house.close());

const pulled = async (cursor: string | null) => {
  await house.settle();
  return house.ask('inspector', pull, { cursor });
};

describe('a new generation of the change feed', () => {
  it('is not begun by a person without the administration', async () => {
    const begun = house.run('office', startGeneration, {});
    await expect(begun).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('lets nothing wait after a restore into another cluster, where transaction ids count anew', async () => {
    await loadBuiltIn(house.ground);
    await house.addRound();
    const before = await pulled(null);
    expect(before.changes.length).toBeGreaterThan(0);
    await house.lookAsSystem(async (tx) => {
      await tx.update(changeFeed).set({ xid: sql`'900000000000'::xid8` });
      await tx.insert(feedGeneration).values({ id: uuidV7(), cluster: 'the cluster of before' });
    });
    expect((await pulled(null)).changes).toEqual([]);

    await loadBuiltIn(house.ground);
    const after = await pulled(before.cursor);
    expect(after.startedOver).toBe(true);
    expect(after.changes).toEqual(before.changes);
  });

  it('is not begun again on the same cluster', async () => {
    const { cursor } = await pulled(null);
    await loadBuiltIn(house.ground);
    expect((await pulled(cursor)).startedOver).toBe(false);
  });
});
