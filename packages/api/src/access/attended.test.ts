import { roleGrant } from '@kycuong/db/schema/access.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { addPerson } from '../testing/add-person.ts';
import { type House, openHouse } from '../testing/house.ts';
import { beginRole } from './begin-role.ts';
import { changeAccount } from './change-account.ts';
import { createAccount } from './create-account.ts';
import { endRole } from './end-role.ts';
import { importUsers } from './import-users.ts';
import { lockAccount } from './lock-account.ts';
import { previewUserImport } from './preview-user-import.ts';
import { resetPassword } from './reset-password.ts';

let house: House;
beforeEach(async () => {
  await house?.close();
  house = await openHouse();
});
afterAll(() => house.close());

const last = { code: 'conflict', key: 'access.last-administrator-of' };
const system = () =>
  ({ ground: house.ground, caller: { kind: 'system', name: 'máy', roles: ['administrator'] } }) as const;
const grantOf = async (accountId: string) => {
  const rows = await house.lookAsSystem((tx) =>
    tx.select().from(roleGrant).where(eq(roleGrant.accountId, accountId)),
  );
  return rows[0]?.id ?? '';
};

/** A second administrator of the province, who has only what was given to them. */
async function newcomer() {
  const accountId = uuidV7();
  const ninhBinh = house.unitId('ninhBinh');
  await house.run('administrator', createAccount, {
    ...{ accountId, username: 'moi.den', fullName: 'Lý Văn Mới', email: null, unitId: ninhBinh },
    grants: [{ role: 'administrator', unitId: ninhBinh, validFrom: '2026-01-01', validUntil: null }],
    password: 'khong-ai-doan-duoc-7',
  });
  return accountId;
}
const lock = (accountId: string) =>
  carryOut(lockAccount, system(), { id: uuidV7(), payload: { accountId, reason: 'Nghỉ việc' } });
const end = async (accountId: string) =>
  carryOut(endRole, system(), {
    id: uuidV7(),
    payload: { grantId: await grantOf(accountId), lastDay: '2026-12-31' },
  });

describe('an administrator is there who can come in now, or by a slip that is still good', () => {
  it('so the other one goes while a first password is good and not after it', async () => {
    await newcomer();
    const former = house.accountId('administrator');
    house.setNow('2026-11-30T01:59:00Z');
    expect(await end(former)).toMatchObject({ validUntil: '2026-12-31' });
    house.setNow('2026-11-30T02:01:00Z');
    await expect(lock(former)).rejects.toMatchObject(last);
    await expect(
      carryOut(endRole, system(), {
        id: uuidV7(),
        payload: { grantId: await grantOf(former), lastDay: '2026-12-30' },
      }),
    ).rejects.toMatchObject(last);
  });

  it('so too with the code of a slip', async () => {
    const other = await addPerson(house, 'qt.hai', 'administrator', 'ninhBinh');
    await house.run('administrator', resetPassword, {
      accountId: other.accountId,
      code: 'abcd-efgh-jkmn-pqrs',
    });
    house.setNow('2026-11-26T02:01:00Z');
    await expect(lock(house.accountId('administrator'))).rejects.toMatchObject(last);
    await expect(end(house.accountId('administrator'))).rejects.toMatchObject(last);
    house.setNow('2026-11-26T01:59:00Z');
    expect(await lock(house.accountId('administrator'))).toMatchObject({});
  });

  it('so no role and no other workplace takes the slip of the last one away', async () => {
    const province = await newcomer();
    await lock(house.accountId('administrator'));
    const grant = { role: 'administrator', unitId: null, validFrom: '2026-12-01', validUntil: null } as const;
    const give = carryOut(beginRole, system(), {
      id: uuidV7(),
      payload: { accountId: province, grantId: uuidV7(), grant },
    });
    await expect(give).rejects.toMatchObject(last);
    const facts = { fullName: 'Lý Văn Mới', email: null, unitId: house.unitId('ninhBinh') };
    const moved = carryOut(changeAccount, system(), {
      id: uuidV7(),
      payload: { accountId: province, ...facts, unitId: null, seen: facts },
    });
    await expect(moved).rejects.toMatchObject(last);
    const [kept] = await house.lookAsSystem((tx) =>
      tx.execute(sql`select needs_slip(${province}, ${house.ground.now().toISOString()}) as needed`),
    );
    expect(kept).toEqual({ needed: false });
  });
});

describe('a user file', () => {
  const row = (line: number, username: string, full_name: string, valid_until = '') => ({
    line,
    values: {
      ...{ username, full_name, email: '', unit_code: '37', role: 'administrator' },
      ...{ valid_from: '2025-07-01', valid_until },
    },
  });
  const rows = [row(2, 'administrator', 'Đỗ Văn Quản', '2026-11-30'), row(3, 'ke.nhiem', 'Lê Thị Nhiệm')];
  const passwords = [{ username: 'ke.nhiem', password: 'khong-ai-doan-duoc-7' }];
  beforeEach(() =>
    house.lookAsSystem((tx) =>
      tx
        .update(roleGrant)
        .set({ validFrom: '2025-07-01' })
        .where(eq(roleGrant.accountId, house.accountId('administrator'))),
    ),
  );

  it('ends the last administrator for a successor of its own who gets a password, and for nobody without', async () => {
    const refused = await house.run('administrator', importUsers, { rows, passwords: [] });
    expect(refused).toMatchObject({ rejected: [{ line: 2, reason: 'access.last-administrator-of' }] });
  });

  it('is shown before as the console brings it, with a password for each new account', async () => {
    expect(await house.ask('administrator', previewUserImport, { rows, passwords: [] })).toMatchObject({
      ...{ created: 1, updated: 1, rejected: [] },
    });
    expect(await house.run('administrator', importUsers, { rows, passwords })).toMatchObject({
      ...{ created: 1, updated: 1, rejected: [] },
    });
  });

  it('is shown as refused where no password will be given', async () => {
    const input = { rows, passwords: [], givesPasswords: false };
    expect(await house.ask('administrator', previewUserImport, input)).toMatchObject({
      rejected: [{ line: 2, reason: 'access.last-administrator-of' }],
    });
  });

  it('is refused whole where a new role takes the slip of the successor away', async () => {
    const other = await addPerson(house, 'qt.cole', 'agency-head', 'coLe');
    await house.run('administrator', resetPassword, {
      accountId: other.accountId,
      code: 'abcd-efgh-jkmn-pqrs',
    });
    const risen = row(3, 'qt.cole', 'Người qt.cole');
    const sent = house.run('administrator', importUsers, {
      rows: [row(2, 'administrator', 'Đỗ Văn Quản', '2026-11-30'), risen],
      passwords: [],
    });
    await expect(sent).rejects.toMatchObject(last);
  });
});
