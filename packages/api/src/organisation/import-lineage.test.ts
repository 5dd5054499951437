import { unit, unitLineage } from '@kycuong/db/schema/organisation.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { ImportLineage } from '@kycuong/domain/organisation/import-lineage.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { type House, openHouse } from '../testing/house.ts';
import { coveredBy } from './covered-by.ts';
import { importLineage } from './import-lineage.ts';
import { importUnits } from './import-units.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const units = [
    ['36', 'Tỉnh Nam Định', 'tinh', ''],
    ['14026', 'Thị trấn Cổ Lễ', 'thi-tran', '36'],
    ['14027', 'Xã Trung Đông', 'xa', '36'],
    ['14038', 'Xã Ninh Giang', 'xa', '36'],
    ['14099', 'Xã Không Tên', 'xa', '36'],
  ] as const;
  await house.run('administrator', importUnits, {
    rows: units.map(([code, name, kind, parent_code], index) => ({
      line: index + 2,
      values: { code, name, kind, parent_code },
    })),
    from: '2008-01-01',
    until: '2025-06-30',
  });
});
afterAll(() => house.close());

function row(line: number, old_code: string, new_code: string) {
  const names = { old_name: '', new_name: '' };
  return { line, values: { old_code, new_code, ...names } };
}
const lineage: ImportLineage = {
  rows: [row(2, '14026', '14026'), row(3, '14027', '14026'), row(4, '14038', '14038'), row(5, '', '14026')],
  on: '2025-07-01',
  decision: 'NQ 202/2025/QH15',
};
const numbers = { read: 4, created: 3, updated: 0, unchanged: 0 };
const unmatched = [{ code: '14099', name: 'Xã Không Tên', kind: 'xa', parentName: 'Tỉnh Nam Định' }];

describe('importing lineage', () => {
  it('is refused to whoever is not an administrator', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(perform(importLineage, stranger, { id: uuidV7(), payload: lineage })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const person of ['office', 'headCoLe'] as const) {
      await expect(house.run(person, importLineage, lineage)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('names the field that is wrong', async () => {
    await expect(
      house.run('administrator', importLineage, { ...lineage, decision: ' ' }),
    ).rejects.toMatchObject({
      issues: [{ field: 'decision', key: 'input.required' }],
    });
    await expect(
      house.run('administrator', importLineage, { ...lineage, on: '1.7.2025' }),
    ).rejects.toMatchObject({
      issues: [{ field: 'on' }],
    });
  });

  it('links units, lets one go on, and puts the new commune over its predecessors', async () => {
    const id = uuidV7();
    const receipt = await house.send('administrator', importLineage, lineage, id);
    expect(JSON.parse(receipt)).toMatchObject({
      status: 'applied',
      result: { ...numbers, unmatched, rejected: [{ line: 5, reason: 'organisation.predecessor-missing' }] },
    });
    expect(await house.send('administrator', importLineage, lineage, id)).toBe(receipt);
    const found = await house.lookAsSystem(async (tx) => ({
      links: await tx.select().from(unitLineage),
      units: await tx.select().from(unit).orderBy(unit.validFrom),
      entries: await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    }));
    expect(found.links).toHaveLength(3);
    const [before, after] = found.units.filter(({ code }) => code === '14038');
    expect(after?.identityId).toBe(before?.id);
    expect(found.links.filter(({ continues }) => continues)).toMatchObject([{ successorId: after?.id }]);
    expect(found.entries).toMatchObject([
      { detail: { ...numbers, unmatched: 1, on: '2025-07-01', rejected: 1 } },
    ]);
    const merged = found.units.find(({ code }) => code === '14027')?.id ?? '';
    const over = await house.lookAsSystem((tx) => coveredBy(tx, merged));
    expect(over).toEqual(expect.arrayContaining([house.unitId('coLe'), house.unitId('ninhBinh'), merged]));
    expect(over).not.toContain(house.unitId('ninhGiang'));
  });

  it('changes nothing when the same file comes again', async () => {
    const again = await house.run('administrator', importLineage, lineage);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, unmatched });
  });

  it('refuses an id that was used for something else', async () => {
    const id = uuidV7();
    await house.run('administrator', importLineage, lineage, id);
    const other = house.run('administrator', importLineage, { ...lineage, decision: 'NQ khác' }, id);
    await expect(other).rejects.toMatchObject({ code: 'conflict', key: 'sync.id-reused' });
  });
});
