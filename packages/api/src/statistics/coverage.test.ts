import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../query.ts';
import { type House, openHouse } from '../testing/house.ts';
import { importNinhBinh, tellSystem, unitIdOf } from '../testing/truc-ninh.ts';
import { coverage } from './coverage.ts';
import { coverageReport } from './coverage-report.ts';
import { coverageSeries } from './coverage-series.ts';
import { listAreas } from './list-areas.ts';

let house: House;
let district: string;
beforeAll(async () => {
  house = await openHouse();
  await importNinhBinh(house);
  district = await unitIdOf(house, '363', '2008-01-01');
  for (const code of ['14026', '14038', '14053', '14056', '14062']) {
    await tellSystem(house, await unitIdOf(house, code, '2008-01-01'), 'declared');
  }
  await tellSystem(house, await unitIdOf(house, '14071', '2008-01-01'), 'applying');
});
afterAll(() => house.close());

const before = '2020-09-30';
const after = '2025-07-02';

describe('coverage by the code of a unit', () => {
  it('is for those who oversee the area', async () => {
    for (const person of ['inspector', 'headCoLe'] as const)
      await expect(
        house.ask(person, coverageReport, { unitCode: '363', asOf: before }),
      ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('says which code is unknown on which day', async () => {
    const codes = [
      { unitCode: '99999', asOf: before },
      { unitCode: '363', asOf: after },
      { successorsOf: '363', asOf: before },
    ];
    for (const asked of codes)
      await expect(house.ask('leadership', coverageReport, asked)).rejects.toMatchObject({
        code: 'not-found',
      });
    await expect(
      house.ask('leadership', coverageReport, { unitCode: '363', asOf: '2020-02-30' }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });

  it('counts 5 of 21 communes of Trực Ninh on 30 September 2020', async () => {
    expect(await house.ask('leadership', coverageReport, { unitCode: '363', asOf: before })).toEqual({
      asOf: before,
      unit: { code: '363', name: 'Huyện Trực Ninh' },
      units: 21,
      declared: 5,
      maintained: 5,
      lapsed: 0,
      ratio: 0.2381,
    });
  });

  it('counts none of their 7 successors after the reform, also for the system as administrator', async () => {
    const report = await house.ask('quality', coverageReport, { successorsOf: '363', asOf: after });
    expect(report).toEqual({
      asOf: after,
      unit: { code: '363', name: 'Huyện Trực Ninh' },
      units: 7,
      declared: 0,
      maintained: 0,
      lapsed: 0,
      ratio: 0,
    });
    const system = { kind: 'system', name: 'root', roles: ['administrator'] } as const;
    const request = { ground: house.ground, caller: system };
    expect(await ask(coverageReport, request, { successorsOf: '363', asOf: after })).toEqual(report);
    expect(await ask(coverageReport, request, { unitCode: '363', asOf: before })).toMatchObject({
      declared: 5,
    });
  });

  it('takes a code as the unit that had it on the day', async () => {
    const then = await house.ask('leadership', coverageReport, { unitCode: '14053', asOf: before });
    const now = await house.ask('leadership', coverageReport, { unitCode: '14053', asOf: after });
    const heirs = await house.ask('leadership', coverageReport, { successorsOf: '14053', asOf: after });
    expect(then).toMatchObject({ unit: { name: 'Xã Trực Nội' }, units: 1, declared: 1, ratio: 1 });
    expect(now).toMatchObject({ unit: { name: 'Xã Trực Ninh' }, units: 1, declared: 0 });
    expect(heirs).toMatchObject({ unit: { name: 'Xã Trực Nội' }, units: 1, declared: 0 });
  });
});

describe('coverage of an area', () => {
  it('follows the area over the reform and explains each unit', async () => {
    const then = await house.ask('leadership', coverage, { areaId: district, asOf: before });
    expect(then.funnel).toMatchObject({ 'declared-maintained': 5, applying: 1, 'not-started': 15 });
    expect(then.rows).toHaveLength(21);
    expect(then.rows.find(({ code }) => code === '14026')).toMatchObject({
      name: 'Thị trấn Cổ Lễ',
      parentName: 'Huyện Trực Ninh',
      status: 'declared-maintained',
      lapsesOn: '2021-03-11',
      editionId: 'iso-9001-2008',
      sample: true,
    });
    const now = await house.ask('leadership', coverage, { areaId: district, asOf: after });
    expect(now.rows.map(({ name }) => name)).toEqual([
      'Xã Cát Thành',
      'Xã Cổ Lễ',
      'Xã Minh Thái',
      'Xã Ninh Cường',
      'Xã Ninh Giang',
      'Xã Quang Hưng',
      'Xã Trực Ninh',
    ]);
    expect(now).toMatchObject({ units: 7, declared: 0, regions: [{ name: 'Tỉnh Nam Định', units: 7 }] });
  });

  it('lapses by itself when a year passes without an audit', async () => {
    const late = await house.ask('leadership', coverage, { areaId: district, asOf: '2021-03-11' });
    expect(late).toMatchObject({ declared: 5, maintained: 0, lapsed: 5, ratio: 0.2381 });
  });

  it('counts the whole province, and on an earlier day what it was made from', async () => {
    const province = house.unitId('ninhBinh');
    const now = await house.ask('leadership', coverage, { areaId: province, asOf: after });
    expect(now.units).toBe(129);
    expect(now.regions).toMatchObject([
      { name: 'Tỉnh Nam Định', units: 57 },
      { name: 'Tỉnh Ninh Bình', units: 39 },
      { name: 'Tỉnh Hà Nam', units: 33 },
    ]);
    const then = await house.ask('leadership', coverage, { areaId: province, asOf: before });
    expect(then).toMatchObject({ units: 478, declared: 5, regions: [{}, {}, {}] });
  });

  it('is refused to an administrator of nothing, an inspector, and for a unit that is none', async () => {
    await expect(house.ask('inspector', coverage, { areaId: district, asOf: after })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(house.ask('leadership', coverage, { areaId: uuidV7(), asOf: after })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('runs month by month, with the day of the reform', async () => {
    const { points, reorganised } = await house.ask('leadership', coverageSeries, {
      areaId: district,
      until: '2025-08-15',
      months: 3,
    });
    expect(reorganised).toEqual(['2025-07-01']);
    expect(points.map(({ day, units, declared }) => [day, units, declared])).toEqual([
      ['2025-05-31', 21, 5],
      ['2025-06-30', 21, 5],
      ['2025-07-01', 7, 0],
      ['2025-07-31', 7, 0],
      ['2025-08-15', 7, 0],
    ]);
  });

  it('offers the provinces and former districts of the person', async () => {
    const areas = await house.ask('leadership', listAreas, {});
    expect(areas[0]).toMatchObject({ name: 'Tỉnh Ninh Bình', validUntil: null });
    expect(areas.find(({ id }) => id === district)).toMatchObject({ parentName: 'Tỉnh Nam Định' });
    expect(areas.length).toBe(1 + 3 + 24);
    const nobody = { kind: 'person', accountId: uuidV7() } as const;
    await expect(ask(listAreas, { ground: house.ground, caller: nobody }, {})).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});
