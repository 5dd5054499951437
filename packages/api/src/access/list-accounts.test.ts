import { account } from '@kycuong/db/schema/access.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../query.ts';
import { type House, openHouse } from '../testing/house.ts';
import { createAccount } from './create-account.ts';
import { listAccounts } from './list-accounts.ts';
import { previewUserImport } from './preview-user-import.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const names = async (input: Parameters<typeof house.ask<typeof listAccounts.input, unknown>>[2] = {}) =>
  (await house.ask('administrator', listAccounts, input)).map(({ fullName }) => fullName);

async function join(username: string, unitId: string, days: [string, string | null]) {
  const [validFrom, validUntil] = days;
  const role = 'inspector' as const;
  const payload = {
    accountId: uuidV7(),
    username,
    fullName: `Người ${username}`,
    email: null,
    unitId,
    grants: [{ role, unitId, validFrom, validUntil }],
    password: 'mat-khau-rat-dai',
  };
  await house.run('administrator', createAccount, payload);
  return payload.accountId;
}

describe('the list of accounts', () => {
  it('is refused to whoever is not an administrator', async () => {
    const caller = { kind: 'person', accountId: uuidV7() } as const;
    await expect(ask(listAccounts, { ground: house.ground, caller }, {})).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const person of ['office', 'leadership', 'headCoLe'] as const)
      await expect(house.ask(person, listAccounts, {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('sorts people by their given name and shows each role with its unit', async () => {
    expect(await names()).toEqual([
      'Hoàng Thị Chất',
      'Đặng Thị Chủ',
      'Bùi Thị Kiểm',
      'Vũ Thị Lãnh',
      'Lê Văn Ngoài',
      'Đỗ Văn Quản',
      'Phạm Văn Tịch',
      'Nguyễn Văn Trưởng',
      'Trần Thị Văn',
    ]);
    const [head] = await house.ask('administrator', listAccounts, { role: 'agency-head' });
    expect(head).toMatchObject({
      unitName: 'Xã Cổ Lễ',
      state: 'active',
      grants: [{ role: 'agency-head', unitName: 'Xã Cổ Lễ', validFrom: '2020-01-01', validUntil: null }],
    });
  });

  it('finds people without marks, by name or user name', async () => {
    expect(await names({ q: 'truong nguyen' })).toEqual(['Nguyễn Văn Trưởng']);
    expect(await names({ q: 'headCo' })).toEqual(['Đặng Thị Chủ']);
  });

  it('tells who holds nothing yet or any more', async () => {
    const { unitId } = house;
    await join('sap-den', unitId('coLe'), ['2027-01-01', null]);
    await join('da-het', unitId('coLe'), ['2025-07-01', '2025-12-31']);
    const disabled = await join('da-khoa', unitId('coLe'), ['2025-07-01', null]);
    await house.lookAsSystem((tx) =>
      tx.update(account).set({ disabledAt: new Date() }).where(eq(account.id, disabled)),
    );
    expect(await names({ state: 'waiting' })).toEqual(['Người sap-den']);
    expect(await names({ state: 'ended' })).toEqual(['Người da-het']);
    expect(await names({ state: 'locked' })).toEqual(['Người da-khoa']);
  });

  it('leaves out who is outside the units that one administers', async () => {
    await house.lookAsSystem((tx) =>
      tx.insert(account).values({ id: uuidV7(), username: 'toan.he', fullName: 'Người Toàn Hệ' }),
    );
    expect(await names()).not.toContain('Người Toàn Hệ');
  });
});

describe('the preview of a user file', () => {
  const values = {
    username: 'moi.den',
    full_name: 'Người Mới',
    email: '',
    unit_code: '14026',
    role: 'inspector',
    valid_from: '2026-01-01',
    valid_until: '',
  };
  const file = { rows: [{ line: 2, values }], passwords: [] };

  it('is refused to whoever is not an administrator', async () => {
    await expect(house.ask('office', previewUserImport, file)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('names who would come, and does nothing', async () => {
    for (const _ of [1, 2])
      expect(await house.ask('administrator', previewUserImport, file)).toMatchObject({
        created: 1,
        newUsernames: ['moi.den'],
      });
  });
});
