import { roleGrant } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import type { UnitRow } from '@kycuong/domain/organisation/import-row.ts';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { communesOf } from '../statistics/area-units.ts';
import { type House, openHouse } from '../testing/house.ts';
import { coveredBy } from './covered-by.ts';
import { getUnit } from './get-unit.ts';
import { importLineage } from './import-lineage.ts';
import { importUnits } from './import-units.ts';
import { listUnits } from './list-units.ts';
import { previewUnitImport } from './preview-unit-import.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

function row(line: number, code: string, name: string, parent_code: string): UnitRow {
  return { line, values: { code, name, kind: '', parent_code } };
}
const bring = (rows: UnitRow[], from: string, until: string | null = null) =>
  house.run('administrator', importUnits, { rows, from, until });
const link = (line: number, old_code: string, new_code: string) => ({
  line,
  values: { old_code, old_name: '', new_code, new_name: '' },
});
const bringLinks = (rows: ReturnType<typeof link>[], on: string) =>
  house.run('administrator', importLineage, { rows, on, decision: 'NQ 1' });
const over = (unitId: string) => house.lookAsSystem((tx) => coveredBy(tx, unitId));
const intervals = (code: string) =>
  house.lookAsSystem((tx) => tx.select().from(unit).where(eq(unit.code, code)).orderBy(unit.validFrom));
const below = async (under: string, on: string) =>
  (await house.ask('office', listUnits, { on, under })).units.map(({ name }) => name);

it('says whose accounts and roles are at a unit before a list ends it', async () => {
  const parent = row(2, '37', 'Tỉnh Ninh Bình', '');
  const rows = [parent, row(3, '14026', 'Xã Cổ Lễ', '37')];
  const report = await house.ask('administrator', previewUnitImport, {
    ...{ rows, from: '2025-07-01', until: '2027-12-31' },
  });
  const [grants] = await house.lookAsSystem((tx) =>
    tx
      .select({
        roles: sql<number>`count(*)::int`,
        accounts: sql<number>`(select count(*)::int from account a where a.unit_id = ${house.unitId('coLe')})`,
      })
      .from(roleGrant)
      .where(eq(roleGrant.unitId, house.unitId('coLe'))),
  );
  expect(grants?.accounts).toBeGreaterThan(0);
  expect(report.asked.find(({ id }) => id === 'ends:14026')).toMatchObject({
    reason: 'organisation.ends-with-list-held',
    details: { name: 'Xã Cổ Lễ', date: '2027-12-31', ...grants },
  });
});

describe('a province under a new name', () => {
  const renamed = '2027-01-01';
  beforeEach(async () => {
    const old = [row(2, '36', 'Tỉnh Nam Định', ''), row(3, '14099', 'Xã Cũ', '36')];
    await bring(old, '2008-01-01', '2025-06-30');
    await bringLinks([link(2, '14099', '14026')], '2025-07-01');
    const now = [row(2, '37', 'Thành phố Ninh Bình', ''), row(3, '14099', 'Phường Mới', '37')];
    expect(await bring(now, renamed)).toMatchObject({ created: 1, updated: 1 });
  });

  it('keeps what is below it on every day, in lists, paths and figures', async () => {
    const province = house.unitId('ninhBinh');
    expect(await below(province, '2026-12-31')).toEqual(['Xã Cổ Lễ', 'Xã Ninh Giang', 'Sở Nội vụ']);
    const later = ['Phường Mới', 'Xã Cổ Lễ', 'Xã Ninh Giang', 'Sở Nội vụ'];
    expect(await below(province, renamed)).toEqual(later);
    const counted = (on: string) => house.lookAsSystem((tx) => communesOf(tx, province, on));
    expect((await counted('2026-12-31')).map(({ parentName }) => parentName)).toEqual([
      'Tỉnh Ninh Bình',
      'Tỉnh Ninh Bình',
    ]);
    const after = await counted(renamed);
    expect(after).toHaveLength(3);
    expect(new Set(after.map(({ parentName }) => parentName))).toEqual(new Set(['Thành phố Ninh Bình']));
    expect(after.find(({ name }) => name === 'Phường Mới')).toMatchObject({
      regionName: 'Thành phố Ninh Bình',
    });
    expect(after.find(({ name }) => name === 'Xã Ninh Giang')).toMatchObject({
      regionName: 'Thành phố Ninh Bình',
    });
    house.setNow('2027-03-01T02:00:00Z');
    const commune = await house.ask('office', getUnit, { unitId: house.unitId('coLe') });
    expect(commune.path.map(({ name }) => name)).toEqual(['Thành phố Ninh Bình']);
    expect(commune.unit).toMatchObject({ parentName: 'Thành phố Ninh Bình' });
  });

  it('stands over all that it stood over, former provinces too, and so do the roles over it', async () => {
    const [former] = await intervals('36');
    const [, now] = await intervals('37');
    for (const { id } of [former, ...(await intervals('14099'))].flatMap((found) => found ?? [])) {
      expect(await over(id)).toEqual(expect.arrayContaining([house.unitId('ninhBinh'), now?.id]));
    }
  });
});

describe('a province that goes on', () => {
  it('stands under no other because one commune went there', async () => {
    const last = '2025-06-30';
    const two = [
      row(2, '35', 'Tỉnh Hà Nam', ''),
      row(3, '13288', 'Xã Ở', '35'),
      row(4, '36', 'Tỉnh Nam Định', ''),
    ];
    await bring(two, '2008-01-01', last);
    await bring([row(2, '13285', 'Xã Đi', '35')], '2008-01-01', '2014-12-31');
    await bring([row(2, '13699', 'Xã Đến', '36')], '2015-01-01', last);
    await bringLinks([link(2, '13285', '13699')], '2015-01-01');
    const idOf = async (code: string) => (await intervals(code))[0]?.id ?? '';
    const city = await idOf('36');
    expect(await over(await idOf('13285'))).toContain(city);
    expect(await over(await idOf('35'))).not.toContain(city);
    expect(await over(await idOf('13288'))).not.toContain(city);
  });

  it('is one unit before and after by itself, and a role over the old one reaches the new', async () => {
    const old = [row(2, '37', 'Tỉnh Ninh Bình', ''), row(3, '14026', 'Thị trấn Cổ Lễ', '37')];
    await bring(old, '2008-01-01', '2025-06-30');
    await bringLinks([link(2, '14026', '14026'), link(3, '14026', '14038')], '2025-07-01');
    const [before, now] = await intervals('37');
    expect(now).toMatchObject({ id: house.unitId('ninhBinh'), identityId: before?.id });
    expect(await over(house.unitId('ninhGiang'))).toContain(before?.id);
    const again = await bringLinks([link(2, '37', '37')], '2025-07-01');
    expect(again).toMatchObject({ created: 0, unchanged: 1, unmatched: [] });
  });
});

describe('an agency that moves', () => {
  it('is followed by roles over itself, and by nobody who stood over it before', async () => {
    const from = '2025-07-01';
    const moved = '2027-01-01';
    const agency = (line: number, code: string, name: string, kind: string, parent_code: string) => ({
      line,
      values: { code, name, kind, parent_code },
    });
    const before = [
      agency(2, 'SA', 'Sở A', 'so', '37'),
      agency(3, 'SB', 'Sở B', 'so', '37'),
      agency(4, 'CC', 'Chi cục C', 'chi-cuc', 'SA'),
    ];
    expect(await bring(before, from)).toMatchObject({ created: 3 });
    expect(await bring([agency(2, 'CC', 'Chi cục C', 'chi-cuc', 'SB')], moved)).toMatchObject({ updated: 1 });
    const idOf = async (code: string) => (await intervals(code))[0]?.id ?? '';
    const [then, now] = (await intervals('CC')).map(({ id }) => id);
    const [a, b, province] = [await idOf('SA'), await idOf('SB'), house.unitId('ninhBinh')];
    expect((await over(now ?? '')).toSorted()).toEqual([then, now, b, province].toSorted());
    expect((await over(then ?? '')).toSorted()).toEqual([then, now, a, b, province].toSorted());
  });
});
