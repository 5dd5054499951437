import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importUsers } from '../access/import-users.ts';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister } from '../testing/more-people.ts';
import { getImport } from './get-import.ts';
import { importChanges } from './import-changes.ts';
import { importUnits } from './import-units.ts';
import { listImports } from './list-imports.ts';
import { takeBackImport } from './take-back-import.ts';

let house: House;
const [units, users] = [uuidV7(), uuidV7()];
beforeAll(async () => {
  house = await openHouse();
  const rows = Array.from({ length: 103 }, (_, index) => ({
    line: index + 2,
    values: { code: String(20_000 + index), name: `Xã Số ${index}`, kind: 'xa', parent_code: '37' },
  }));
  await house.run('administrator', importUnits, { rows, from: '2025-07-01', until: null }, units);
  house.setNow('2026-11-23T03:00:00Z');
  const values = {
    ...{ username: 'mot', full_name: 'Người Một', email: '', unit_code: '14026', role: 'inspector' },
    ...{ valid_from: '2026-01-01', valid_until: '' },
  };
  await house.run('administrator', importUsers, { rows: [{ line: 2, values }], passwords: [] }, users);
});
afterAll(() => house.close());

describe('the imports that there were', () => {
  it('are told to administrators, the newest first, and to nobody else', async () => {
    for (const person of ['office', 'leadership', 'headCoLe'] as const)
      for (const asking of [
        () => house.ask(person, listImports, {}),
        () => house.ask(person, getImport, { importId: units }),
        () => house.ask(person, importChanges, { importId: units }),
      ])
        await expect(asking()).rejects.toMatchObject({ code: 'forbidden' });
    const { imports, next } = await house.ask('administrator', listImports, {});
    expect(imports.map(({ id }) => id)).toEqual([users, units]);
    expect([next, imports[1]?.changes, imports[1]?.counts.created]).toEqual([null, 103, 103]);
    expect((await house.ask('administrator', listImports, { list: 'units' })).imports).toHaveLength(1);
  });

  it('are told to an administrator of less as far as they brought them', async () => {
    const register = await openRegister(house);
    const coLe = house.unitId('coLe');
    const local = await register.addPerson('quan.tri', coLe, ['administrator', coLe]);
    await register.close();
    expect(await local.ask(listImports, {})).toEqual({ imports: [], next: null });
    await expect(local.ask(getImport, { importId: users })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('show each change in words, a hundred at a time', async () => {
    const first = await house.ask('administrator', importChanges, { importId: units });
    expect([first.changes.length, first.next]).toEqual([100, 100]);
    expect(first.changes[0]).toMatchObject({
      ...{ what: 'unit', kind: 'made', title: 'Xã Số 0 (20000)' },
      fields: expect.arrayContaining([{ field: 'parent_id', before: null, after: 'Tỉnh Ninh Bình' }]),
    });
    const rest = await house.ask('administrator', importChanges, { importId: units, cursor: 100 });
    expect([rest.changes.length, rest.next]).toEqual([3, null]);
    const { changes } = await house.ask('administrator', importChanges, { importId: users });
    expect(changes).toMatchObject([
      { what: 'account', title: 'Người Một (mot)' },
      {
        what: 'role',
        title: 'Người Một (mot)',
        fields: expect.arrayContaining([{ field: 'unit_id', before: null, after: 'Xã Cổ Lễ' }]),
      },
    ]);
  });

  it('say whether they can be taken back, and that what is kept of them is what was written', async () => {
    const seen = await house.ask('administrator', getImport, { importId: units });
    expect(seen).toMatchObject({ intact: true, mayTakeBack: true, hindrances: [], takenBack: null });
    const register = await openRegister(house);
    await register.sql`update list_import_change set after = after || '{"name": "Khác"}'
      where import_id = ${users} and what = 'role'`;
    await register.close();
    expect(await house.ask('administrator', getImport, { importId: users })).toMatchObject({ intact: false });
    await house.run('administrator', takeBackImport, { importId: units, reason: 'Nhầm' });
    expect(await house.ask('administrator', getImport, { importId: units })).toMatchObject({
      hindrances: [{ key: 'organisation.import-taken-back' }],
      takenBack: { name: 'Đỗ Văn Quản', reason: 'Nhầm' },
    });
    const { changes } = await house.ask('administrator', importChanges, { importId: units });
    expect(changes[0]).toMatchObject({ title: 'Xã Số 0 (20000)' });
  });
});
