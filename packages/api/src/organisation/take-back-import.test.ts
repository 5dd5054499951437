import { account, credential, roleGrant } from '@kycuong/db/schema/access.ts';
import { listImport } from '@kycuong/db/schema/list-import.ts';
import { unit, unitLineage, unitScope } from '@kycuong/db/schema/organisation.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { isNamedResting } from '@kycuong/domain/organisation/resting-thing.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginRole } from '../access/begin-role.ts';
import { importUsers } from '../access/import-users.ts';
import { signIn } from '../access/sign-in.ts';
import { setHoliday } from '../calendar/set-holiday.ts';
import { carryOut } from '../carry-out.ts';
import { perform } from '../door.ts';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister } from '../testing/more-people.ts';
import { visitor } from '../testing/visitor.ts';
import { importLineage } from './import-lineage.ts';
import { importUnits } from './import-units.ts';
import { previewUnitImport } from './preview-unit-import.ts';
import { takeBackImport } from './take-back-import.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const unitRow = (line: number, code: string, name: string, kind: string, parent_code = '') => ({
  line,
  values: { code, name, kind, parent_code },
});
const userRow = (line: number, username: string, role: string, valid_until = '', unit_code = '14026') => ({
  line,
  values: {
    ...{ username, full_name: `Người ${username}`, email: '', unit_code, role },
    ...{ valid_from: '2026-01-01', valid_until },
  },
});
async function bringUnits(
  rows: ReturnType<typeof unitRow>[],
  from = '2025-07-01',
  until: string | null = null,
) {
  const id = uuidV7();
  await house.run('administrator', importUnits, { rows, from, until }, id);
  return id;
}
async function bringUsers(
  rows: ReturnType<typeof userRow>[],
  passwords: { username: string; password: string }[] = [],
) {
  const id = uuidV7();
  await house.run('administrator', importUsers, { rows, passwords }, id);
  return id;
}
const reason = 'Nhập nhầm tệp';
const takeBack = (importId: string, id?: string) =>
  house.run('administrator', takeBackImport, { importId, reason }, id);
const register = () =>
  house.lookAsSystem(async (tx) => ({
    units: await tx.select().from(unit).orderBy(unit.id),
    links: await tx.select().from(unitLineage),
    scope: await tx.select().from(unitScope).orderBy(unitScope.unitId, unitScope.ancestorId),
    accounts: await tx.select().from(account).orderBy(account.id),
    roles: await tx.select().from(roleGrant).orderBy(roleGrant.id),
  }));

describe('taking an import back', () => {
  it('is refused to whoever is not an administrator, and of what is not there', async () => {
    const importId = await bringUnits([unitRow(2, '14099', 'Xã Mới', 'xa', '37')]);
    const payload = { importId, reason };
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(perform(takeBackImport, stranger, { id: uuidV7(), payload })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const person of ['office', 'headCoLe', 'quality'] as const)
      await expect(house.run(person, takeBackImport, payload)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(takeBack(uuidV7())).rejects.toMatchObject({ code: 'not-found' });
    await expect(house.run('administrator', takeBackImport, { importId, reason: ' ' })).rejects.toMatchObject(
      {
        issues: [{ field: 'reason' }],
      },
    );
  });

  it('leaves units, and who stands over whom, as they were, once, and the trail tells', async () => {
    const before = await register();
    const importId = await bringUnits([
      unitRow(2, '14026', 'Phường Cổ Lễ', 'phuong', '37'),
      unitRow(3, 'TT', 'Trung tâm Mới', 'department', '37'),
      unitRow(4, 'TT1', 'Phòng Mới', 'branch', 'TT'),
    ]);
    expect(await register()).not.toEqual(before);
    const id = uuidV7();
    await Promise.all([takeBack(importId, id), takeBack(importId, id)]);
    expect(await register()).toEqual(before);
    await expect(takeBack(importId)).rejects.toMatchObject({ key: 'organisation.import-taken-back' });
    const [kept] = await house.lookAsSystem((tx) => tx.select().from(listImport));
    expect(kept).toMatchObject({ takenBackName: 'Đỗ Văn Quản', takenBackReason: reason, changes: 3 });
    const told = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.action, 'organisation.take-back-import')),
    );
    expect(told).toMatchObject([
      { subjectId: importId, detail: { importId, reason, list: 'units', changes: 3 } },
    ]);
    expect(
      await house.run('administrator', importUnits, {
        rows: [unitRow(2, '14026', 'Phường Cổ Lễ', 'phuong', '37')],
        from: '2025-07-01',
        until: null,
      }),
    ).toMatchObject({ updated: 1 });
  });

  it('calls by its name whatever may refer to a unit or an account', async () => {
    const rows = await house.lookAsSystem((tx) =>
      tx.execute(sql`select distinct conrelid::regclass::text as name from pg_constraint
        where contype = 'f' and confrelid in ('unit'::regclass, 'account'::regclass)`),
    );
    const unnamed = rows.map(({ name }) => String(name)).filter((name) => !isNamedResting(name));
    // Who stands over whom, and first passwords, go with what they belong to.
    expect(unnamed.sort()).toEqual(['credential', 'unit_scope']);
  });

  it('waits for what rests on it, and says what that is', async () => {
    const importId = await bringUnits([unitRow(2, '14099', 'Xã Mới', 'xa', '37')]);
    const [made] = await house.lookAsSystem((tx) => tx.select().from(unit).where(eq(unit.code, '14099')));
    const registered = await openRegister(house);
    await registered.sql`insert into quality_system (id, unit_id, edition_id, scope, started_on, recorded_by, recorded_at)
      values (${uuidV7()}, ${made?.id ?? ''}, 'iso-9001-2015', 'Thủ tục', '2026-01-02', ${house.accountId('quality')}, now())`;
    await registered.close();
    await expect(takeBack(importId)).rejects.toMatchObject({
      ...{ code: 'conflict', key: 'organisation.rests-quality', details: { amount: 1 } },
    });
  });

  it('waits for what lies on days of a unit that would not be its own any more', async () => {
    const row = unitRow(2, '14099', 'Xã Mới', 'xa', '37');
    await bringUnits([row], '2025-07-01', '2025-12-31');
    const [short] = await house.lookAsSystem((tx) => tx.select().from(unit).where(eq(unit.code, '14099')));
    const unitId = short?.id ?? '';
    const over = await openRegister(house);
    const old = await over.addPerson('cu', unitId, ['agency-head', unitId]);
    await over.sql`update account set recorded_at = '2025-08-01' where id = ${old.accountId}`;
    const importId = uuidV7();
    const payload = { rows: [row], from: '2025-07-01', until: null, confirmed: ['lengthens:14099'] };
    await house.run('administrator', importUnits, payload, importId);
    const role = (validFrom: string) => ({
      ...{ accountId: house.accountId('outsider'), grantId: uuidV7() },
      grant: { role: 'agency-head' as const, unitId, validFrom, validUntil: null },
    });
    const rests = (key: string) =>
      expect(takeBack(importId)).rejects.toMatchObject({ code: 'conflict', key, details: { amount: 1 } });
    for (const validFrom of ['2027-02-01', '2026-11-23']) {
      const given = role(validFrom);
      await house.run('administrator', beginRole, given);
      await rests('organisation.rests-roles');
      await over.sql`delete from role_grant where id = ${given.grantId}`;
    }
    await over.sql`insert into role_grant (id, account_id, role, unit_id, valid_from)
      values (${uuidV7()}, ${house.accountId('outsider')}, 'agency-head', ${unitId}, '2025-08-01')`;
    const system = uuidV7();
    await over.sql`insert into quality_system (id, unit_id, edition_id, scope, started_on, recorded_by, recorded_at)
      values (${system}, ${unitId}, 'iso-9001-2015', 'Thủ tục', '2026-01-02', ${house.accountId('quality')}, '2026-11-24')`;
    await rests('organisation.rests-quality');
    await over.sql`update quality_system set started_on = '2025-12-31' where id = ${system}`;
    await over.close();
    await takeBack(importId);
    const [again] = await house.lookAsSystem((tx) => tx.select().from(unit).where(eq(unit.code, '14099')));
    expect(again).toEqual(short);
  });

  it('is asked of beforehand by whoever would administer the whole no more, and then done at the server', async () => {
    const before = await register();
    const rows = [unitRow(2, '79', 'Tỉnh Khác', 'tinh')];
    const [importId, payload] = [uuidV7(), { rows, from: '2025-07-01', until: null }];
    const asked = [{ id: 'another-top:79', reason: 'organisation.another-top', waits: true }];
    const waiting = { created: 0, waits: 1, asked };
    expect(await house.ask('administrator', previewUnitImport, payload)).toMatchObject(waiting);
    expect(await house.run('administrator', importUnits, payload)).toMatchObject(waiting);
    expect(await register()).toEqual(before);
    const confirmed = { ...payload, confirmed: ['another-top:79'] };
    await house.run('administrator', importUnits, confirmed, importId);
    await expect(takeBack(importId)).rejects.toMatchObject({
      ...{ code: 'forbidden', key: 'organisation.take-back-at-server' },
    });
    const caller = { kind: 'system', name: 'root', roles: ['administrator'] } as const;
    const request = { ground: house.ground, caller };
    await carryOut(takeBackImport, request, { id: uuidV7(), payload: { importId, reason } });
    expect(await register()).toEqual(before);
    const again = await carryOut(importUnits, request, { id: uuidV7(), payload });
    expect(again).toMatchObject({ created: 1, asked: [] });
  });

  it('names the import that builds upon it, which goes first', async () => {
    const before = await register();
    const first = await bringUnits([unitRow(2, '14099', 'Xã Mới', 'xa', '37')]);
    const second = await bringUnits([unitRow(2, '14099', 'Phường Mới', 'phuong', '37')]);
    await expect(takeBack(first)).rejects.toMatchObject({
      ...{ key: 'organisation.import-built-upon', details: { name: 'Đỗ Văn Quản', date: '2026-11-23' } },
    });
    await takeBack(second);
    await takeBack(first);
    expect(await register()).toEqual(before);
  });

  it('separates what a wrong reorganisation had joined, so that the right one can be recorded', async () => {
    await bringUnits(
      [unitRow(2, '26', 'Tỉnh Vĩnh Phúc', 'tinh'), unitRow(3, '08740', 'Xã Tam Đảo', 'xa', '26')],
      '2010-01-01',
      '2025-06-30',
    );
    await bringUnits([unitRow(2, '08740', 'Xã Tam Đảo', 'xa', '37')]);
    const before = await register();
    const link = (new_code: string, new_name: string) => ({
      rows: [{ line: 2, values: { old_code: '08740', old_name: 'Xã Tam Đảo', new_code, new_name } }],
      ...{ on: '2025-07-01', decision: 'NQ' },
    });
    const wrong = uuidV7();
    await house.run('administrator', importLineage, link('14026', 'Xã Cổ Lễ'), wrong);
    await takeBack(wrong);
    expect(await register()).toEqual(before);
    await house.run('administrator', importLineage, link('08740', 'Xã Tam Đảo'));
    const joined = (await register()).units.filter(({ code }) => code === '08740');
    expect(new Set(joined.map(({ identityId }) => identityId)).size).toBe(1);
  });

  it('plans on what stands at its turn, whoever changes the map at the same time', async () => {
    const importId = await bringUnits([unitRow(2, '14099', 'Xã Mới', 'xa', '37')]);
    const outcomes = await Promise.allSettled([
      takeBack(importId),
      bringUnits([unitRow(2, '14100', 'Xã Khác', 'xa', '37')]),
      takeBack(importId),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });
});

describe('taking a list of users back', () => {
  const file = [userRow(2, 'mot', 'inspector'), userRow(3, 'hai', 'agency-head')];

  it('leaves accounts, roles and first passwords as they were', async () => {
    const given = { username: 'mot', password: 'mat-khau-dau-tien' };
    await bringUsers([userRow(2, 'co.san', 'inspector')]);
    const before = await register();
    const importId = await bringUsers([...file, userRow(4, 'co.san', 'inspector', '2026-12-31')], [given]);
    await takeBack(importId);
    expect(await register()).toEqual(before);
    const hashes = await house.lookAsSystem(async (tx) => {
      await tx.execute(sql`select set_config('kycuong.door', 'sign-in', true)`);
      return tx.select().from(credential);
    });
    expect(hashes).toHaveLength(9);
    await expect(signIn(visitor(house), given)).rejects.toMatchObject({ key: 'access.wrong-password' });
  });

  it('waits where somebody has come in, or has acted by a role that it gave', async () => {
    const given = { username: 'mot', password: 'mat-khau-dau-tien' };
    const signedIn = await bringUsers(file, [given]);
    await signIn(visitor(house), given);
    await expect(takeBack(signedIn)).rejects.toMatchObject({ key: 'organisation.rests-sign-ins' });
    const row = userRow(2, 'inspector', 'programme-office', '', '37');
    const named = { ...row, values: { ...row.values, full_name: 'Bùi Thị Kiểm' } };
    const importId = await bringUsers([named]);
    house.setNow('2026-11-23T03:00:00Z');
    await house.run('inspector', setHoliday, {
      ...{ date: '2026-12-25', kind: 'off', nameVi: 'Nghỉ', nameEn: 'Off', source: 'CĐ', mark: 'V' },
    });
    await expect(takeBack(importId)).rejects.toMatchObject({
      key: 'organisation.rests-acts',
      details: { amount: 1 },
    });
  });

  it('gives nobody the same role twice over a day', async () => {
    await bringUsers([userRow(2, 'moi', 'inspector')]);
    const shorter = await bringUsers([userRow(2, 'moi', 'inspector', '2026-12-10')]);
    const again = userRow(2, 'moi', 'inspector');
    await bringUsers([{ ...again, values: { ...again.values, valid_from: '2026-12-11' } }]);
    const before = await register();
    await expect(takeBack(shorter)).rejects.toMatchObject({ code: 'conflict', key: 'access.role-held' });
    expect(await register()).toEqual(before);
  });

  it('never takes the last administrator', async () => {
    const over = await openRegister(house);
    const heir = userRow(2, 'inspector', 'administrator', '', '37');
    const named = { ...heir, values: { ...heir.values, full_name: 'Bùi Thị Kiểm' } };
    const importId = await bringUsers([named]);
    const ofAll = await over.addPerson('toan.tinh', house.unitId('ninhBinh'), ['administrator', null]);
    await over.sql`update role_grant set valid_until = '2026-12-31'
      where account_id = ${house.accountId('administrator')}`;
    const before = await register();
    await expect(ofAll.run(takeBackImport, { importId, reason })).rejects.toMatchObject({
      ...{ code: 'conflict', key: 'access.last-administrator-of' },
    });
    expect(await register()).toEqual(before);
    await over.sql`update role_grant set valid_until = null where account_id = ${house.accountId('administrator')}`;
    await over.close();
    await ofAll.run(takeBackImport, { importId, reason });
    expect((await register()).roles.filter(({ role }) => role === 'administrator')).toHaveLength(2);
  });

  it('gives its own person nothing more', async () => {
    const over = await openRegister(house);
    const other = await over.addPerson('khac', house.unitId('ninhBinh'), [
      'administrator',
      house.unitId('ninhBinh'),
    ]);
    await over.sql`update role_grant set valid_from = '2026-01-01' where role = 'administrator'`;
    await over.sql`insert into credential select ${other.accountId}, password_hash, changed_at from credential limit 1`;
    await over.close();
    const shortened = userRow(2, 'administrator', 'administrator', '2026-12-31', '37');
    const row = { ...shortened, values: { ...shortened.values, full_name: 'Đỗ Văn Quản' } };
    const importId = uuidV7();
    await other.run(importUsers, { rows: [row], passwords: [] }, importId);
    await expect(takeBack(importId)).rejects.toMatchObject({ code: 'conflict', key: 'access.own-role' });
    await other.run(takeBackImport, { importId, reason });
    const end = await house.lookAsSystem((tx) =>
      tx
        .select({ until: roleGrant.validUntil })
        .from(roleGrant)
        .where(eq(roleGrant.accountId, house.accountId('administrator'))),
    );
    expect(end).toEqual([{ until: null }]);
  });

  it('takes it back whole or not at all: not where somebody has got a role elsewhere meanwhile', async () => {
    const over = await openRegister(house);
    const [coLe, ninhGiang] = [house.unitId('coLe'), house.unitId('ninhGiang')];
    const local = await over.addPerson('xa.mot', coLe, ['administrator', coLe]);
    await over.close();
    const row = userRow(2, 'moi', 'inspector');
    const bring = async (email: string) => {
      const rows = [{ ...row, values: { ...row.values, email } }];
      const id = uuidV7();
      await local.run(importUsers, { rows, passwords: [] }, id);
      return id;
    };
    await bring('moi@vi-du.vn');
    const importId = await bring('nham@vi-du.vn');
    const before = await register();
    const person = before.accounts.find(({ username }) => username === 'moi');
    await house.run('administrator', beginRole, {
      ...{ accountId: person?.id ?? '', grantId: uuidV7() },
      grant: { role: 'agency-head', unitId: ninhGiang, validFrom: '2026-12-01', validUntil: null },
    });
    const meanwhile = await register();
    await expect(local.run(takeBackImport, { importId, reason })).rejects.toMatchObject({
      ...{ code: 'forbidden', key: 'access.outside-your-units' },
    });
    expect(await register()).toEqual(meanwhile);
    await takeBack(importId);
    expect((await register()).accounts.find(({ id }) => id === person?.id)?.email).toBe('moi@vi-du.vn');
  });

  it('is for whoever brought it, as far as they reach, and for who administers the whole', async () => {
    const over = await openRegister(house);
    const [coLe, ninhGiang] = [house.unitId('coLe'), house.unitId('ninhGiang')];
    const local = await over.addPerson('xa.mot', coLe, ['administrator', coLe]);
    const beside = await over.addPerson('xa.hai', ninhGiang, ['administrator', ninhGiang]);
    const importId = uuidV7();
    await local.run(importUsers, { rows: [userRow(2, 'moi', 'inspector')], passwords: [] }, importId);
    const others = await bringUsers([userRow(2, 'khac', 'inspector')]);
    await expect(beside.run(takeBackImport, { importId, reason })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(local.run(takeBackImport, { importId: others, reason })).rejects.toMatchObject({
      code: 'not-found',
    });
    await over.sql`update role_grant set unit_id = ${ninhGiang} where account_id = ${local.accountId}`;
    await expect(local.run(takeBackImport, { importId, reason })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await over.sql`update role_grant set unit_id = ${coLe} where account_id = ${local.accountId}`;
    await over.close();
    await local.run(takeBackImport, { importId, reason });
  });
});
