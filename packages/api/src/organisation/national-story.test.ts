import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importShapes } from '@kycuong/db/organisation/import-shapes.ts';
import { readTableFile } from '@kycuong/db/organisation/read-table.ts';
import { unit, unitLineage } from '@kycuong/db/schema/organisation.ts';
import { addDays, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { isInForce } from '@kycuong/domain/organisation/unit.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { roundChoices } from '../planning/round-choices.ts';
import { communesOf } from '../statistics/area-units.ts';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister } from '../testing/more-people.ts';
import { importLineage } from './import-lineage.ts';
import { importUnits } from './import-units.ts';
import { listUnits } from './list-units.ts';
import { markLinkMistaken } from './mark-link-mistaken.ts';
import { takeBackImport } from './take-back-import.ts';

const national = new URL('../../../../../shared/data/', import.meta.url);
const cases = new URL('../../../db/src/testing/import-files/', import.meta.url);
const reform = '2025-07-01';
const isThere = existsSync(national);

it.runIf(!isThere)('the national files are not there: the stories of the country are not told', () => {
  expect(isThere).toBe(false);
});

describe.runIf(isThere)('the country', { timeout: 300_000 }, () => {
  let house: House;
  const request = () =>
    ({
      ground: house.ground,
      caller: { kind: 'system', name: 'kycuong', roles: ['administrator'] },
    }) as const;
  const readFrom = (folder: URL, name: string) => fileURLToPath(new URL(name, folder));
  async function units(path: string, from: PlainDate, until: PlainDate | null = null) {
    const { rows } = await readTableFile(path, importShapes.units);
    return carryOut(importUnits, request(), { id: uuidV7(), payload: { rows, from, until } });
  }
  async function lineage(path: string, on: PlainDate, id = uuidV7()) {
    const { rows } = await readTableFile(path, importShapes.lineage);
    const payload = { rows, on, decision: 'Nghị quyết 202/2025/QH15' };
    return carryOut(importLineage, request(), { id, payload });
  }
  const unitsCase = (name: string, from: PlainDate, until: PlainDate | null = null) =>
    units(readFrom(cases, name), from, until);
  const lineageCase = (name: string, on: PlainDate, id?: string) => lineage(readFrom(cases, name), on, id);
  const intervals = (code: string) =>
    house.lookAsSystem((tx) => tx.select().from(unit).where(eq(unit.code, code)).orderBy(unit.validFrom));
  const idOn = async (code: string, on: PlainDate) =>
    (await intervals(code)).find((one) => isInForce(one, on))?.id ?? '';
  const below = async (code: string, on: PlainDate) =>
    (await house.ask('office', listUnits, { on, under: await idOn(code, on) })).total;
  const successorsOf = async (code: string) => {
    const area = await idOn(code, '2025-06-30');
    return (await house.lookAsSystem((tx) => communesOf(tx, area, '2026-11-23'))).length;
  };

  beforeAll(async () => {
    house = await openHouse();
    await units(readFrom(national, 'units-until-2025-06-30.csv'), '2008-01-01', '2025-06-30');
    await units(readFrom(national, 'units-current.csv'), reform);
    await lineage(readFrom(national, 'lineage-2025-07-01.csv'), reform);
  }, 300_000);
  afterAll(() => house?.close());

  it('keeps Hà Nội one unit before and after by itself, with the roles over it; Ninh Bình is another', async () => {
    const [before, after, ...more] = await intervals('01');
    expect([before?.validUntil, after?.validFrom, more]).toEqual(['2025-06-30', reform, []]);
    expect(after?.identityId).toBe(before?.id);
    const register = await openRegister(house);
    const old = before?.id ?? '';
    const office = await register.addPerson('ha.noi', old, ['programme-office', old]);
    await register.close();
    const choices = await office.ask(roundChoices, { on: '2026-11-23' });
    expect(choices.units).toHaveLength(127);
    expect(choices.units.filter(({ parentName }) => parentName === 'Thành phố Hà Nội')).toHaveLength(126);
    const row = await lineageCase('hanoi-province-lineage.csv', reform);
    expect(row).toMatchObject({ created: 0, unchanged: 1, rejected: [], unmatched: [] });
    const [oldNinhBinh, ninhBinh] = await intervals('37');
    expect(ninhBinh?.identityId).not.toBe(oldNinhBinh?.identityId);
  });

  it('keeps the 95 communes of Đồng Nai when it becomes a city, by one row', async () => {
    const day = '2026-04-30';
    const days = [reform, addDays(day, -1), day, '2026-11-23'];
    expect(await unitsCase('dongnai-tinh.csv', reform)).toMatchObject({
      updated: 1,
      warnings: [{ reason: 'organisation.unit-corrected' }],
    });
    expect(await unitsCase('dongnai-communes.csv', reform)).toMatchObject({ updated: 0, unchanged: 95 });
    expect(await unitsCase('dongnai-tp.csv', day)).toMatchObject({ created: 0, updated: 1, rejected: [] });
    expect(await intervals('75')).toMatchObject([
      { name: 'Tỉnh Đồng Nai', validUntil: '2025-06-30' },
      { name: 'Tỉnh Đồng Nai', validFrom: reform, validUntil: '2026-04-29' },
      { name: 'Thành phố Đồng Nai', kind: 'thanh-pho-tw', validFrom: day, validUntil: null },
    ]);
    for (const on of days) expect(await below('75', on)).toBe(95);
    const nothing = { created: 0, updated: 0, rejected: [] };
    expect(await unitsCase('dongnai-before.csv', reform, '2026-04-29')).toMatchObject(nothing);
    expect(await unitsCase('dongnai-after.csv', day)).toMatchObject({ ...nothing, unchanged: 96, asked: [] });
    expect(await lineageCase('dongnai-lineage.csv', day)).toMatchObject({ ...nothing, unmatched: [] });
    const whole = await units(readFrom(national, 'units-current.csv'), reform);
    expect(whole).toMatchObject({ created: 0, updated: 0, unchanged: 3354 });
    expect(whole.rejected).toMatchObject([{ reason: 'organisation.former-name-stands' }]);
    for (const on of days) expect(await below('75', on)).toBe(95);
    const { former } = await house.ask('office', listUnits, { on: '2026-11-23', q: 'tinh dong nai' });
    expect(former).toMatchObject([
      { name: 'Tỉnh Đồng Nai', validUntil: '2026-04-29', became: [{ name: 'Thành phố Đồng Nai' }] },
      { name: 'Tỉnh Đồng Nai', validUntil: '2025-06-30', became: [{ name: 'Thành phố Đồng Nai' }] },
    ]);
  });

  it('has 36 successors of the communes of Vĩnh Phúc again when a wrong link is taken back', async () => {
    expect(await successorsOf('26')).toBe(36);
    const id = uuidV7();
    const wrong = await lineageCase('lineage-wrong-successor.csv', reform, id);
    expect(wrong.warnings).toContainEqual(
      expect.objectContaining({
        reason: 'organisation.second-successor',
        details: { code: '08740', name: 'Phường Trưng Nhị', other: 'Phường Phúc Yên' },
      }),
    );
    expect(await successorsOf('26')).toBe(37);
    expect(await lineageCase('lineage-right-successor.csv', reform)).toMatchObject({
      created: 0,
      unchanged: 1,
    });
    const payload = { importId: id, reason: 'Ghi nhầm đơn vị tiếp nhận' };
    await carryOut(takeBackImport, request(), { id: uuidV7(), payload });
    expect(await successorsOf('26')).toBe(36);
  });

  it('has them again, too, when the wrong link is marked as recorded by mistake', async () => {
    await lineageCase('lineage-wrong-successor.csv', reform);
    expect(await successorsOf('26')).toBe(37);
    const [wrong, ...others] = await house.lookAsSystem(async (tx) =>
      tx
        .select({ id: unitLineage.id })
        .from(unitLineage)
        .where(
          and(
            eq(unitLineage.predecessorId, await idOn('08740', '2025-06-30')),
            eq(unitLineage.successorId, await idOn('14056', reform)),
          ),
        ),
    );
    expect(others).toEqual([]);
    const payload = { linkId: wrong?.id ?? '', reason: 'Ghi nhầm đơn vị tiếp nhận' };
    await carryOut(markLinkMistaken, request(), { id: uuidV7(), payload });
    expect(await successorsOf('26')).toBe(36);
  });

  it('takes a list inside an interval, or that ends before one, for no cut', async () => {
    const nothing = { created: 0, updated: 0, unchanged: 1, rejected: [] };
    const inside = await unitsCase('old-list-one-row.csv', '2015-01-01', '2015-12-31');
    expect(inside).toMatchObject({ ...nothing, asked: [{ id: 'ends:363', waits: false }] });
    const early = await unitsCase('current-with-end.csv', reform, '2025-12-31');
    expect(early).toMatchObject({ ...nothing, asked: [{ id: 'ends:14026', waits: false }] });
    expect(await intervals('14026')).toMatchObject([{ validUntil: '2025-06-30' }, { validUntil: null }]);
  });

  it('refuses what would make a ward of a province', async () => {
    const refused = await unitsCase('province-becomes-ward.csv', reform);
    expect(refused).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
    expect(refused.rejected.map(({ details }) => details)).toMatchObject([
      { probably: '01' },
      { probably: '00037' },
    ]);
  });

  it('finds what became of every province', async () => {
    const { former } = await house.ask('office', listUnits, {
      on: '2026-11-23',
      q: 'tinh',
      tier: 'province',
    });
    expect(former).toHaveLength(20);
    expect(former.every(({ became }) => became.length > 0)).toBe(true);
    const nam = await house.ask('office', listUnits, { on: '2026-11-23', q: 'tinh nam dinh' });
    expect(nam.former).toMatchObject([{ became: [{ name: 'Tỉnh Ninh Bình' }] }]);
  });
});
