import { unit, unitScope } from '@kycuong/db/schema/organisation.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { UnitRow } from '@kycuong/domain/organisation/import-row.ts';
import type { ImportUnits } from '@kycuong/domain/organisation/import-units.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { type House, openHouse } from '../testing/house.ts';
import { importUnits } from './import-units.ts';
import { previewUnitImport } from './preview-unit-import.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

function row(line: number, code: string, name: string, kind: string, parent_code = ''): UnitRow {
  return { line, values: { code, name, kind, parent_code } };
}
const list: ImportUnits = {
  rows: [
    row(2, '36', 'Tỉnh Nam Định', 'tinh'),
    row(3, '363', 'Huyện Trực Ninh', 'huyen', '36'),
    row(4, '14026', 'Thị trấn Cổ Lễ', 'thi-tran', '363'),
    row(5, '14029', 'Xã Phương Định', 'xa', '999'),
  ],
  from: '2008-01-01',
  until: '2025-06-30',
  confirmed: [],
};
const numbers = { read: 4, created: 3, updated: 0, unchanged: 0 };

describe('importing units', () => {
  it('is refused to whoever is not an administrator, also as a preview', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(perform(importUnits, stranger, { id: uuidV7(), payload: list })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const person of ['office', 'headCoLe', 'quality'] as const) {
      await expect(house.run(person, importUnits, list)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(house.ask(person, previewUnitImport, list)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('names the field that is wrong', async () => {
    const issueOf = (payload: unknown) =>
      house.send('administrator', importUnits, payload).then((text) => JSON.parse(text).reason.issues);
    expect(await issueOf({ ...list, rows: [] })).toMatchObject([{ field: 'rows' }]);
    expect(await issueOf({ ...list, from: '2008-02-30' })).toMatchObject([
      { field: 'from', key: 'input.no-such-day' },
    ]);
    expect(await issueOf({ ...list, rows: [{ ...list.rows[0], line: 0 }] })).toMatchObject([
      { field: 'rows.0.line' },
    ]);
    await expect(
      house.run('administrator', importUnits, { ...list, until: '2007-01-01' }),
    ).rejects.toMatchObject({
      key: 'organisation.until-before-from',
      details: { field: 'until' },
    });
  });

  it('shows in a preview what it would do, and does nothing', async () => {
    expect(await house.ask('administrator', previewUnitImport, list)).toMatchObject(numbers);
    expect(await house.ask('administrator', previewUnitImport, list)).toMatchObject(numbers);
  });

  it('writes units, who stands over whom and one entry, once however often it is sent', async () => {
    const id = uuidV7();
    const receipts = await Promise.all(
      Array.from({ length: 4 }, () => house.send('administrator', importUnits, list, id)),
    );
    expect(new Set(receipts).size).toBe(1);
    expect(JSON.parse(receipts[0] ?? '')).toMatchObject({
      status: 'applied',
      result: { ...numbers, rejected: [{ line: 5, reason: 'organisation.parent-unknown' }] },
    });
    const above = await house.lookAsSystem((tx) =>
      tx
        .select({ id: unitScope.ancestorId })
        .from(unitScope)
        .innerJoin(unit, eq(unit.id, unitScope.unitId))
        .where(and(eq(unit.code, '14026'), eq(unit.validFrom, '2008-01-01'))),
    );
    expect(above).toHaveLength(3);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([
      {
        actorName: 'Đỗ Văn Quản',
        detail: { ...numbers, from: '2008-01-01', until: '2025-06-30', rejected: 1 },
      },
    ]);
  });

  it('changes nothing when the same list comes again, and updates what differs', async () => {
    const again = await house.run('administrator', importUnits, list);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    const [first, ...others] = list.rows;
    const renamed = { ...list, rows: [row(2, '36', 'Tỉnh Nam Hà', 'tinh'), ...others] };
    expect(await house.run('administrator', importUnits, renamed)).toMatchObject({
      updated: 1,
      unchanged: 2,
    });
    expect(first).toBeDefined();
    const names = await house.lookAsSystem((tx) =>
      tx.select({ name: unit.name }).from(unit).where(eq(unit.code, '36')),
    );
    expect(names).toEqual([{ name: 'Tỉnh Nam Hà' }]);
  });

  it('plans on what a simultaneous import has left', async () => {
    const late = { ...list, from: '1990-01-01', until: '2007-12-31' };
    const reports = await Promise.all([1, 2, 3].map(() => house.run('administrator', importUnits, late)));
    expect(reports.map(({ created }) => created).sort()).toEqual([0, 0, 3]);
  });
});
