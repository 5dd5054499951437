import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { getChecklist } from './get-checklist.ts';
import { listChecklists } from './list-checklists.ts';
import { loadChecklistsOnce } from './load-built-in-checklists.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

describe('built-in checklists', () => {
  it('are published as version 1, the joint one with all 58 lines and their legal bases', async () => {
    const versions = await house.ask('inspector', listChecklists, {});
    const joint = versions.find(({ code }) => code === 'discipline-one-stop');
    expect(joint).toMatchObject({ number: 1, status: 'published', itemCount: 58 });
    const whole = await house.ask('inspector', getChecklist, { versionId: joint?.versionId ?? '' });
    const named = new Set(
      whole.content.sections.flatMap(({ items }) => items).flatMap((item) => item.legalBasisIds),
    );
    expect(new Set(whole.legalBases.map(({ id }) => id))).toEqual(named);
  });

  it('are taken in once, by the system alone, and that is in the trail', async () => {
    await loadBuiltIn(house.ground);
    const rows = await house.look('office', (tx) => tx.select().from(checklistVersion));
    expect(rows).toHaveLength(3);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.action, 'checklist.load-built-in')),
    );
    expect(entries).toMatchObject([{ actorId: null, actorName: 'kycuong', detail: { checklists: 3 } }]);
    await expect(house.run('office', loadChecklistsOnce, {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('that are unknown are not found', async () => {
    await expect(house.ask('office', getChecklist, { versionId: uuidV7() })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
