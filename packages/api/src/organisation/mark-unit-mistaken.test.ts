import { recordedByMistake } from '@kycuong/db/schema/list-import.ts';
import { unit, unitScope } from '@kycuong/db/schema/organisation.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginRole } from '../access/begin-role.ts';
import { perform } from '../door.ts';
import { type House, openHouse } from '../testing/house.ts';
import { getUnit } from './get-unit.ts';
import { importLineage } from './import-lineage.ts';
import { importUnits } from './import-units.ts';
import { listUnits } from './list-units.ts';
import { markUnitMistaken } from './mark-unit-mistaken.ts';
import { unitByCode } from './unit-by-code.ts';
import { unitRests } from './unit-rests.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await take(commune('99001', 'Xã Đúng'), '2025-07-01');
});
afterAll(() => house.close());
const reason = 'Ghi nhầm';

async function take(values: ReturnType<typeof commune>, from: string, until: string | null = null) {
  await house.run('administrator', importUnits, { rows: [{ line: 2, values }], from, until });
}
const commune = (code: string, name: string) => ({ code, name, kind: 'xa', parent_code: '37' });
const intervals = (code: string) =>
  house.lookAsSystem((tx) => tx.select().from(unit).where(eq(unit.code, code)).orderBy(unit.validFrom));
const idOf = async (code: string, name: string) =>
  (await intervals(code)).find((row) => row.name === name && row.mistakenAt === null)?.id ?? '';
const mark = (unitId: string, joinFormer = false, id?: string) =>
  house.run('administrator', markUnitMistaken, { unitId, reason, joinFormer }, id);
const coveredBy = (ancestorId: string) =>
  house.lookAsSystem(async (tx) =>
    (await tx.select().from(unitScope).where(eq(unitScope.ancestorId, ancestorId))).map((row) => row.unitId),
  );
const keptOf = (rowId: string) =>
  house.look('headCoLe', (tx) =>
    tx.select().from(recordedByMistake).where(eq(recordedByMistake.rowId, rowId)),
  );

it('is marked by an administrator of the whole alone, by the fence of the table too', async () => {
  const payload = { unitId: await idOf('99001', 'Xã Đúng'), reason, joinFormer: false };
  const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
  await expect(perform(markUnitMistaken, stranger, { id: uuidV7(), payload })).rejects.toMatchObject({
    code: 'unauthenticated',
  });
  for (const person of ['office', 'headCoLe', 'leadership'] as const) {
    await expect(house.run(person, markUnitMistaken, payload)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.ask(person, unitRests, { unitId: payload.unitId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const touched = await house.look(person, async (tx) => [
      ...(await tx
        .update(unit)
        .set({ mistakenAt: new Date() })
        .where(eq(unit.id, payload.unitId))
        .returning()),
      ...(await tx.delete(unit).where(eq(unit.id, payload.unitId)).returning()),
      ...(await tx.execute(sql`select * from rests_on_unit(${house.unitId('coLe')})`)),
    ]);
    expect(touched).toEqual([]);
  }
  await expect(
    house.run('administrator', markUnitMistaken, { ...payload, reason: '' }),
  ).rejects.toMatchObject({ issues: [{ field: 'reason' }] });
  await expect(mark(uuidV7())).rejects.toMatchObject({ code: 'not-found' });
  await expect(mark(payload.unitId, true)).rejects.toMatchObject({
    key: 'organisation.no-former-interval',
  });
});

it('goes when nothing names it, once, and stays readable with its reason', async () => {
  await take(commune('99002', 'Xã Không Có'), '2025-07-01');
  const unitId = await idOf('99002', 'Xã Không Có');
  expect(await house.ask('administrator', unitRests, { unitId })).toEqual([]);
  const id = uuidV7();
  await mark(unitId, false, id);
  await mark(unitId, false, id);
  expect(await intervals('99002')).toEqual([]);
  expect(await coveredBy(unitId)).toEqual([]);
  expect(await keptOf(unitId)).toMatchObject([
    {
      what: 'unit',
      reason,
      markerName: 'Đỗ Văn Quản',
      row: { name: 'Xã Không Có', parentName: 'Tỉnh Ninh Bình' },
    },
  ]);
  const told = await house.lookAsSystem((tx) =>
    tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
  );
  expect(told).toMatchObject([{ subjectId: unitId, detail: { reason, name: 'Xã Không Có', stays: false } }]);
  await expect(mark(unitId)).rejects.toMatchObject({ key: 'organisation.unit-marked-already' });
});

it('lets the interval that it ended go on to its last day', async () => {
  await take(commune('99003', 'Xã Trước'), '2025-07-01');
  await take(commune('99003', 'Xã Nhầm Tên'), '2026-01-01');
  expect(await intervals('99003')).toMatchObject([{ validUntil: '2025-12-31' }, { name: 'Xã Nhầm Tên' }]);
  await mark(await idOf('99003', 'Xã Nhầm Tên'), true);
  expect(await intervals('99003')).toMatchObject([{ name: 'Xã Trước', validUntil: null }]);
});

it('leaves the rest one unit when it was the first of its intervals', async () => {
  await take(commune('99004', 'Xã Đầu'), '2025-07-01');
  await take(commune('99004', 'Xã Giữa'), '2025-10-01');
  await take(commune('99004', 'Xã Cuối'), '2026-01-01');
  await mark(await idOf('99004', 'Xã Đầu'));
  const [middle, last] = await intervals('99004');
  expect([middle?.identityId, last?.identityId]).toEqual([middle?.id, middle?.id]);
  const opened = await house.ask('headCoLe', getUnit, { unitId: last?.id ?? '' });
  expect(opened.intervals.map(({ name }) => name)).toEqual(['Xã Giữa', 'Xã Cuối']);
  expect(opened.mistakenIntervals).toMatchObject([{ unitId: null, name: 'Xã Đầu', reason }]);
});

it('does not give days back in which another unit has the code', async () => {
  await take(commune('99005', 'Xã Cũ'), '2025-07-01');
  await take(commune('99005', 'Xã Mới'), '2026-01-01');
  const wrong = await idOf('99005', 'Xã Mới');
  await house.lookAsSystem((tx) => tx.update(unit).set({ code: '99015' }).where(eq(unit.id, wrong)));
  await house.lookAsSystem((tx) =>
    tx.insert(unit).values({
      ...{
        id: wrong.replace(/^./, 'f'),
        identityId: wrong.replace(/^./, 'f'),
        code: '99005',
        name: 'Xã Khác',
      },
      ...{ kind: 'xa', level: 'commune', parentId: house.unitId('ninhBinh'), validFrom: '2026-02-01' },
    }),
  );
  await expect(mark(wrong, true)).rejects.toMatchObject({
    ...{ key: 'organisation.code-given', details: { code: '99005', name: 'Xã Khác' } },
  });
});

it('stays for what names it, holds on no day and gives nobody anything; the right one can be recorded', async () => {
  await take({ ...commune('990', 'Huyện Nhầm'), kind: 'huyen' }, '2025-07-01');
  await take({ ...commune('99106', 'Xã Dưới'), parent_code: '990' }, '2025-07-01');
  await take(commune('99006', 'Xã Gốc'), '2010-01-01', '2025-06-30');
  const [wrong, below] = [await idOf('990', 'Huyện Nhầm'), await idOf('99106', 'Xã Dưới')];
  await house.run('administrator', beginRole, {
    ...{ grantId: uuidV7(), accountId: house.accountId('inspector') },
    grant: { role: 'inspector', unitId: wrong, validFrom: '2026-01-01', validUntil: null },
  });
  const rows = [
    { line: 2, values: { old_code: '99006', old_name: 'Xã Gốc', new_code: '99106', new_name: 'Xã Dưới' } },
  ];
  await house.run('administrator', importLineage, { rows, on: '2025-07-01', decision: 'NQ 1' });
  expect(await coveredBy(wrong)).toEqual(expect.arrayContaining([wrong, below]));
  expect(await house.ask('administrator', unitRests, { unitId: wrong })).toEqual(
    expect.arrayContaining([
      { thing: 'units', amount: 1 },
      { thing: 'roles', amount: 1 },
    ]),
  );
  await mark(wrong);
  const marked = (await intervals('990'))[0];
  expect(marked).toMatchObject({ id: wrong, validFrom: '2025-07-01', validUntil: '2025-06-30' });
  expect(marked?.mistakenAt).toBeInstanceOf(Date);
  expect(await coveredBy(wrong)).toEqual([wrong]);
  for (const on of ['2025-06-30', '2025-07-01', '2026-08-01'])
    await expect(house.ask('administrator', unitByCode, { code: '990', on })).rejects.toMatchObject({
      code: 'not-found',
    });
  const opened = await house.ask('headCoLe', getUnit, { unitId: wrong });
  expect(opened.unit).toMatchObject({ name: 'Huyện Nhầm', mistaken: true });
  expect(opened.mistakenIntervals).toMatchObject([
    { unitId: wrong, validFrom: '2025-07-01', validUntil: null, reason, by: 'Đỗ Văn Quản' },
  ]);
  await expect(mark(wrong)).rejects.toMatchObject({ key: 'organisation.unit-marked-already' });
  await take({ ...commune('990', 'Huyện Đúng'), kind: 'huyen' }, '2025-07-01');
  const right = await house.ask('administrator', unitByCode, { code: '990', on: '2025-07-01' });
  expect(right.name).toBe('Huyện Đúng');
  await take({ ...commune('99106', 'Xã Dưới'), parent_code: '990' }, '2025-07-01');
  expect(await coveredBy(right.id)).toContain(below);
});

it('leaves the units below a wrong name under their unit, and its roles with nothing but itself', async () => {
  await take({ ...commune('980', 'Huyện Tên Cũ'), kind: 'huyen' }, '2025-07-01');
  await take({ ...commune('980', 'Huyện Tên Nhầm'), kind: 'huyen' }, '2026-01-01');
  await take({ ...commune('98001', 'Xã Con'), parent_code: '980' }, '2026-02-01');
  const [unitId, wrong] = [await idOf('980', 'Huyện Tên Cũ'), await idOf('980', 'Huyện Tên Nhầm')];
  const child = await idOf('98001', 'Xã Con');
  await house.run('administrator', beginRole, {
    ...{ grantId: uuidV7(), accountId: house.accountId('inspector') },
    grant: { role: 'inspector', unitId: wrong, validFrom: '2026-02-01', validUntil: null },
  });
  expect(await house.ask('administrator', unitRests, { unitId: wrong })).toEqual([
    { thing: 'roles', amount: 1 },
  ]);
  await mark(wrong, true);
  expect(await intervals('980')).toMatchObject([{ name: 'Huyện Tên Cũ', validUntil: null }, { id: wrong }]);
  expect(await coveredBy(unitId)).toEqual(expect.arrayContaining([unitId, wrong, child]));
  expect(await coveredBy(wrong)).toEqual([wrong]);
  const { units } = await house.ask('administrator', listUnits, { on: '2026-08-01', under: unitId });
  expect(units).toMatchObject([{ name: 'Xã Con' }]);
  const [row] = await house.lookAsSystem((tx) =>
    tx
      .select()
      .from(unit)
      .where(and(eq(unit.id, child), eq(unit.parentId, unitId))),
  );
  expect(row).toBeDefined();
});
