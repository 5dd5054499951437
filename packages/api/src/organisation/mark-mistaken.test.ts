import { roleGrant } from '@kycuong/db/schema/access.ts';
import { recordedByMistake } from '@kycuong/db/schema/list-import.ts';
import { unit, unitLineage, unitScope } from '@kycuong/db/schema/organisation.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markRoleMistaken } from '../access/mark-role-mistaken.ts';
import { perform } from '../door.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { importLineage } from './import-lineage.ts';
import { importUnits } from './import-units.ts';
import { markLinkMistaken } from './mark-link-mistaken.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
const reason = 'Ghi nhầm';
const stranger = () => ({ ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } }) as const;

describe('a link that was recorded by mistake', () => {
  const link = (new_code: string, new_name: string) => ({
    rows: [{ line: 2, values: { old_code: '08740', old_name: 'Xã Tam Đảo', new_code, new_name } }],
    ...{ on: '2025-07-01', decision: 'NQ 1' },
  });
  const linksOf = () => house.lookAsSystem((tx) => tx.select().from(unitLineage));
  const intervals = () =>
    house.lookAsSystem((tx) => tx.select().from(unit).where(eq(unit.code, '08740')).orderBy(unit.validFrom));

  beforeAll(async () => {
    const row = (code: string, name: string, kind: string, parent_code: string) => ({
      line: 2,
      values: { code, name, kind, parent_code },
    });
    const old = [row('26', 'Tỉnh Vĩnh Phúc', 'tinh', ''), row('08740', 'Xã Tam Đảo', 'xa', '26')];
    await house.run('administrator', importUnits, { rows: old, from: '2010-01-01', until: '2025-06-30' });
    const rows = [row('08740', 'Xã Tam Đảo', 'xa', '37')];
    await house.run('administrator', importUnits, { rows, from: '2025-07-01', until: null });
  });

  it('is marked by an administrator of the whole alone', async () => {
    await house.run('administrator', importLineage, link('14026', 'Xã Cổ Lễ'));
    const [wrong] = await linksOf();
    const payload = { linkId: wrong?.id ?? '', reason };
    await expect(perform(markLinkMistaken, stranger(), { id: uuidV7(), payload })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const person of ['office', 'headCoLe', 'leadership'] as const)
      await expect(house.run(person, markLinkMistaken, payload)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      house.run('administrator', markLinkMistaken, { ...payload, reason: '' }),
    ).rejects.toMatchObject({ issues: [{ field: 'reason' }] });
    await expect(
      house.run('administrator', markLinkMistaken, { linkId: uuidV7(), reason }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('joins nothing any more, no role reaches along it, and it stays readable with its reason', async () => {
    const [wrong] = await linksOf();
    const reaches = (unitId: string) =>
      house.lookAsSystem((tx) =>
        tx
          .select()
          .from(unitScope)
          .where(and(eq(unitScope.unitId, unitId), eq(unitScope.ancestorId, house.unitId('coLe')))),
      );
    expect(await reaches(wrong?.predecessorId ?? '')).toHaveLength(1);
    const id = uuidV7();
    const payload = { linkId: wrong?.id ?? '', reason };
    await house.run('administrator', markLinkMistaken, payload, id);
    await house.run('administrator', markLinkMistaken, payload, id);
    await expect(house.run('administrator', markLinkMistaken, payload)).rejects.toMatchObject({
      ...{ code: 'conflict', key: 'organisation.link-marked-already' },
    });
    expect(await linksOf()).toEqual([]);
    expect(await reaches(wrong?.predecessorId ?? '')).toEqual([]);
    const kept = await house.look('headCoLe', (tx) => tx.select().from(recordedByMistake));
    expect(kept).toMatchObject([
      {
        what: 'lineage',
        rowId: wrong?.id,
        reason,
        markerName: 'Đỗ Văn Quản',
        row: { predecessorName: 'Xã Tam Đảo', successorName: 'Xã Cổ Lễ', decision: 'NQ 1' },
      },
    ]);
    const told = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(told).toMatchObject([
      { detail: { reason, predecessorName: 'Xã Tam Đảo', successorName: 'Xã Cổ Lễ' } },
    ]);
  });

  it('leaves the right one free to be recorded; and what that had joined comes apart when it was the wrong one', async () => {
    await house.run('administrator', importLineage, link('08740', 'Xã Tam Đảo'));
    const joined = await intervals();
    expect(new Set(joined.map(({ identityId }) => identityId)).size).toBe(1);
    const [right] = await linksOf();
    await house.run('administrator', markLinkMistaken, { linkId: right?.id ?? '', reason });
    expect((await intervals()).map(({ id, identityId }) => id === identityId)).toEqual([true, true]);
    await house.run('administrator', importLineage, link('08740', 'Xã Tam Đảo'));
    expect(new Set((await intervals()).map(({ identityId }) => identityId)).size).toBe(1);
  });
});

describe('a role that was recorded by mistake', () => {
  const roleOf = async (name: Persona) => {
    const [row] = await house.lookAsSystem((tx) =>
      tx
        .select()
        .from(roleGrant)
        .where(eq(roleGrant.accountId, house.accountId(name))),
    );
    return row?.id ?? '';
  };

  it('is marked by who administers its place', async () => {
    const payload = { grantId: await roleOf('outsider'), reason };
    await expect(perform(markRoleMistaken, stranger(), { id: uuidV7(), payload })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const person of ['office', 'headCoLe', 'leadership'] as const)
      await expect(house.run(person, markRoleMistaken, payload)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      house.run('administrator', markRoleMistaken, { grantId: uuidV7(), reason }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('counts on no day, whatever was done by it, and is told again with its reason', async () => {
    const grantId = await roleOf('outsider');
    const id = uuidV7();
    const receipts = await Promise.all(
      [1, 2].map(() => house.send('administrator', markRoleMistaken, { grantId, reason }, id)),
    );
    expect(new Set(receipts).size).toBe(1);
    expect(await roleOf('outsider')).toBe('');
    await expect(house.run('administrator', markRoleMistaken, { grantId, reason })).rejects.toMatchObject({
      key: 'access.role-marked-already',
    });
    const kept = await house.look('administrator', (tx) =>
      tx.select().from(recordedByMistake).where(eq(recordedByMistake.rowId, grantId)),
    );
    expect(kept).toMatchObject([
      {
        what: 'role',
        reason,
        accountId: house.accountId('outsider'),
        row: { role: 'inspector', unitName: 'Tỉnh Ninh Bình' },
      },
    ]);
    const others = await house.look('headCoLe', (tx) =>
      tx.select().from(recordedByMistake).where(eq(recordedByMistake.rowId, grantId)),
    );
    expect(others).toEqual([]);
    const told = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(told).toMatchObject([
      { subjectId: house.accountId('outsider'), detail: { grantId, reason, role: 'inspector' } },
    ]);
  });

  it('is never the last administrator', async () => {
    const grantId = await roleOf('administrator');
    await expect(house.run('administrator', markRoleMistaken, { grantId, reason })).rejects.toMatchObject({
      code: 'conflict',
      key: 'access.last-administrator-of',
    });
  });
});

it('that parts the units above which a link had joined, and joins them when what contradicted is gone', async () => {
  await house.close();
  house = await openHouse();
  const day = '2025-07-01';
  const old = [
    ['36', 'Tỉnh Nam Định', ''],
    ['03130', 'Xã Hai', '36'],
    ['37', 'Tỉnh Ninh Bình', ''],
    ['03127', 'Xã Một', '37'],
  ] as const;
  await house.run('administrator', importUnits, {
    rows: old.map(([code, name, parent_code], index) => ({
      line: index + 2,
      values: { code, name, kind: '', parent_code },
    })),
    ...{ from: '2010-01-01', until: '2025-06-30' },
  });
  const link = (...pairs: (readonly [string, string])[]) =>
    house.run('administrator', importLineage, {
      rows: pairs.map(([old_code, new_code], index) => ({
        line: index + 2,
        values: { old_code, old_name: '', new_code, new_name: '' },
      })),
      ...{ on: day, decision: 'NQ 1' },
    });
  const mark = async (from: string) => {
    const rows = await house.lookAsSystem((tx) =>
      tx
        .select({ id: unitLineage.id })
        .from(unitLineage)
        .innerJoin(unit, eq(unit.id, unitLineage.predecessorId))
        .where(eq(unit.code, from)),
    );
    await house.run('administrator', markLinkMistaken, { linkId: rows[0]?.id ?? '', reason });
  };
  const own = async () => {
    const provinces = await house.lookAsSystem((tx) =>
      tx.select().from(unit).where(eq(unit.code, '37')).orderBy(unit.validFrom),
    );
    return provinces.map(({ id, identityId }) => id === identityId);
  };
  await link(['03127', '14026'], ['03127', '14038']);
  expect(await own()).toEqual([true, false]);
  await link(['03130', '14038']);
  expect(await own()).toEqual([true, true]);
  await mark('03130');
  expect(await own()).toEqual([true, false]);
  await mark('03127');
  expect(await own()).toEqual([true, true]);
});
