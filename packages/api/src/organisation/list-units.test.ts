import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../query.ts';
import { type House, openHouse } from '../testing/house.ts';
import { getUnit } from './get-unit.ts';
import { importLineage } from './import-lineage.ts';
import { importUnits } from './import-units.ts';
import { listUnits } from './list-units.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const before = [
    ['36', 'Tỉnh Nam Định', 'tinh', ''],
    ['363', 'Huyện Trực Ninh', 'huyen', '36'],
    ['14026', 'Thị trấn Cổ Lễ', 'thi-tran', '363'],
    ['14027', 'Xã Trung Đông', 'xa', '363'],
    ['14038', 'Xã Ninh Giang', 'xa', '363'],
    ['14050', 'Xã Đại Đồng', 'xa', '363'],
    ['14051', 'Xã An Bình', 'xa', '363'],
    ['14052', 'Xã Ân Thi', 'xa', '363'],
    ['PNV', 'Phòng Nội vụ', 'office', '363'],
  ] as const;
  await house.run('administrator', importUnits, {
    rows: before.map(([code, name, kind, parent_code], index) => ({
      line: index + 2,
      values: { code, name, kind, parent_code },
    })),
    from: '2008-01-01',
    until: '2025-06-30',
  });
  const names = { old_name: '', new_name: '' };
  await house.run('administrator', importLineage, {
    rows: [
      { line: 2, values: { old_code: '14026', new_code: '14026', ...names } },
      { line: 3, values: { old_code: '14027', new_code: '14026', ...names } },
      { line: 4, values: { old_code: '14038', new_code: '14038', ...names } },
    ],
    on: '2025-07-01',
    decision: 'Nghị quyết 1674/NQ-UBTVQH15',
  });
});
afterAll(() => house.close());

const on = '2020-09-30';
async function only(q: string, date = on) {
  const { units } = await house.ask('inspector', listUnits, { on: date, q });
  return units.map(({ name }) => name);
}
async function idOf(q: string, date = on): Promise<string> {
  const { units } = await house.ask('inspector', listUnits, { on: date, q });
  return units[0]?.id ?? '';
}

describe('the list of units', () => {
  it('is for who is signed in', async () => {
    const caller = { kind: 'person', accountId: uuidV7() } as const;
    await expect(ask(listUnits, { ground: house.ground, caller }, { on })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('names the field that is wrong', async () => {
    await expect(house.ask('office', listUnits, { on: '2025-02-30' })).rejects.toMatchObject({
      issues: [{ field: 'on', key: 'input.no-such-day' }],
    });
  });

  it('shows the top of the map of a day, and what stands directly below a place', async () => {
    const top = await house.ask('office', listUnits, { on, q: 'tinh' });
    expect(top).toMatchObject({ path: [], units: [{ name: 'Tỉnh Nam Định', tier: 'province', below: 1 }] });
    const under = top.units[0]?.id ?? '';
    const inside = await house.ask('office', listUnits, { on, under });
    expect(inside).toMatchObject({ path: [{ id: under }], units: [{ name: 'Huyện Trực Ninh', below: 7 }] });
  });

  it('goes below the top by itself where only one unit stands there', async () => {
    const only = await house.ask('office', listUnits, { on: '2026-11-23' });
    expect(only).toMatchObject({ path: [{ name: 'Tỉnh Ninh Bình', inForce: true }], total: 3 });
    expect(await house.ask('office', listUnits, { on: '1990-01-01' })).toEqual({
      path: [],
      units: [],
      total: 0,
      former: [],
    });
    await house.run('administrator', importUnits, {
      rows: [
        { line: 2, values: { code: '01', name: 'Thành phố Hà Nội', kind: 'thanh-pho', parent_code: '' } },
      ],
      from: '2000-01-01',
      until: '2009-12-31',
    });
    const two = await house.ask('office', listUnits, { on: '2008-06-01' });
    expect(two.units.map(({ name }) => name)).toEqual(['Thành phố Hà Nội', 'Tỉnh Nam Định']);
  });

  it('sorts as Vietnamese does, territories before agencies', async () => {
    const district = await house.ask('office', listUnits, { on, under: await idOf('Trực Ninh') });
    expect(district.path.map(({ name }) => name)).toEqual(['Tỉnh Nam Định', 'Huyện Trực Ninh']);
    expect(district.units.map(({ name }) => name)).toEqual([
      'Thị trấn Cổ Lễ',
      'Xã An Bình',
      'Xã Ân Thi',
      'Xã Đại Đồng',
      'Xã Ninh Giang',
      'Xã Trung Đông',
      'Phòng Nội vụ',
    ]);
  });

  it('finds names without marks, words in any order, and codes', async () => {
    expect(await only('co le')).toEqual(['Thị trấn Cổ Lễ']);
    expect(await only('dai DONG xa')).toEqual(['Xã Đại Đồng']);
    expect(await only('14026')).toEqual(['Thị trấn Cổ Lễ']);
    expect(await only('14026', '2026-01-01')).toEqual(['Xã Cổ Lễ']);
    expect(await only('100%')).toEqual([]);
  });

  it('looks through all that is below a place when a tier is chosen', async () => {
    const province = await idOf('Tỉnh Nam Định');
    const communes = await house.ask('office', listUnits, { on, under: province, tier: 'commune' });
    expect(communes).toMatchObject({ total: 6 });
    expect(communes.units[0]).toMatchObject({ overName: 'Huyện Trực Ninh' });
  });

  it('finds former names and says what became of them', async () => {
    const former = async (q: string, more: { under?: string; tier?: 'commune' | 'province' } = {}) => {
      const found = await house.ask('headCoLe', listUnits, { on: '2026-11-23', q, ...more });
      return found.former.map(({ name, validUntil, became }) => [
        name,
        validUntil,
        became.map((unit) => unit.name),
      ]);
    };
    const last = '2025-06-30';
    expect(await former('trung dong')).toEqual([['Xã Trung Đông', last, ['Xã Cổ Lễ']]]);
    expect(await former('14026')).toEqual([['Thị trấn Cổ Lễ', last, ['Xã Cổ Lễ']]]);
    expect(await former('dai dong')).toEqual([['Xã Đại Đồng', last, []]]);
    expect(await former('ninh giang')).toEqual([]);
    expect(await former('nam dinh')).toEqual([['Tỉnh Nam Định', last, ['Tỉnh Ninh Bình']]]);
    expect(await former('truc ninh')).toEqual([['Huyện Trực Ninh', last, ['Xã Cổ Lễ', 'Xã Ninh Giang']]]);
    const under = house.unitId('ninhBinh');
    expect(await former('co le', { under, tier: 'commune' })).toHaveLength(1);
    expect(await former('co le', { under: house.unitId('ninhGiang') })).toEqual([]);
    expect(await former('nam dinh', { tier: 'commune' })).toEqual([]);
    expect(await house.ask('office', listUnits, { on: '2026-11-23' })).toMatchObject({ former: [] });
    expect(await house.ask('office', listUnits, { on, q: 'trung dong' })).toMatchObject({ former: [] });
  });

  it('says when a place is not there on the day', async () => {
    const under = await idOf('Trực Ninh');
    expect(await house.ask('office', listUnits, { on: '2026-01-01', under })).toMatchObject({
      path: [{ name: 'Huyện Trực Ninh', inForce: false }],
      units: [],
    });
    expect(await house.ask('office', listUnits, { on, under: uuidV7() })).toMatchObject({ path: [] });
  });
});

describe('a unit', () => {
  it('that is unknown is not found', async () => {
    await expect(house.ask('office', getUnit, { unitId: uuidV7() })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('tells what it came from, by which decision, and who had its code', async () => {
    const commune = await house.ask('headCoLe', getUnit, { unitId: house.unitId('coLe') });
    expect(commune.predecessors).toMatchObject([
      { name: 'Thị trấn Cổ Lễ', onDate: '2025-07-01', decision: 'Nghị quyết 1674/NQ-UBTVQH15', whole: true },
      { name: 'Xã Trung Đông', parentName: 'Huyện Trực Ninh' },
    ]);
    expect(commune).toMatchObject({ successors: [], sameCode: [{ name: 'Thị trấn Cổ Lễ' }] });
    expect(commune.path.map(({ name }) => name)).toEqual(['Tỉnh Ninh Bình']);
  });

  it('that goes on shows its intervals and no one before it', async () => {
    const found = await house.ask('office', getUnit, { unitId: house.unitId('ninhGiang') });
    expect(found.intervals).toMatchObject([
      { validFrom: '2008-01-01', validUntil: '2025-06-30', parentName: 'Huyện Trực Ninh' },
      { validFrom: '2025-07-01', validUntil: null },
    ]);
    expect(found).toMatchObject({ predecessors: [], successors: [], sameCode: [] });
  });

  it('that has ended tells its successors and what was below it on its last day', async () => {
    const province = await house.ask('office', getUnit, { unitId: await idOf('Tỉnh Nam Định') });
    expect(province).toMatchObject({
      on: '2025-06-30',
      below: [
        { tier: 'district', amount: 1 },
        { tier: 'commune', amount: 6 },
        { tier: 'agency', amount: 1 },
      ],
    });
    const merged = await house.ask('office', getUnit, { unitId: await idOf('trung dong') });
    expect(merged.successors).toMatchObject([{ name: 'Xã Cổ Lễ', whole: true }]);
  });
});

it('a former name whose successor has ended too tells what that was', async () => {
  await house.run('administrator', importUnits, {
    rows: [{ line: 2, values: { code: '99902', name: 'Xã Một Năm', kind: 'xa', parent_code: '37' } }],
    from: '2025-07-01',
    until: '2026-06-30',
  });
  const names = { old_name: '', new_name: '' };
  await house.run('administrator', importLineage, {
    rows: [{ line: 2, values: { old_code: '14051', new_code: '99902', ...names } }],
    on: '2025-07-01',
    decision: 'NQ',
  });
  const sought = async (on: string, q: string) => (await house.ask('office', listUnits, { on, q })).former;
  expect(await sought('2026-11-23', 'an binh')).toMatchObject([
    { name: 'Xã An Bình', became: [], last: [{ name: 'Xã Một Năm', validUntil: '2026-06-30' }] },
  ]);
  expect(await sought('2026-06-30', 'an binh')).toMatchObject([
    { became: [{ name: 'Xã Một Năm' }], last: [] },
  ]);
  expect(await sought('2026-11-23', 'mot nam')).toMatchObject([{ became: [], last: [] }]);
});
