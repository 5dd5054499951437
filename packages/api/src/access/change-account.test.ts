import { account } from '@kycuong/db/schema/access.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { ChangeAccount } from '@kycuong/domain/access/change-account.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { perform } from '../door.ts';
import { addPerson } from '../testing/add-person.ts';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister } from '../testing/more-people.ts';
import { changeAccount } from './change-account.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const seen = () => ({ fullName: 'Đặng Thị Chủ', email: null, unitId: house.unitId('coLe') });
const change = (more: Partial<ChangeAccount> = {}): ChangeAccount => ({
  accountId: house.accountId('headCoLe'),
  fullName: 'Đặng Thị Chủ Mới',
  email: 'chu@vi-du.vn',
  unitId: house.unitId('coLe'),
  seen: seen(),
  ...more,
});
/** As it was, whatever a test before wrote. */
beforeEach(() =>
  house.lookAsSystem((tx) =>
    tx
      .update(account)
      .set(seen())
      .where(eq(account.id, house.accountId('headCoLe'))),
  ),
);

describe('changing what is said of a person', () => {
  it('is refused to nobody and to whoever is no administrator', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(changeAccount, stranger, { id: uuidV7(), payload: change() });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const name of ['office', 'headCoLe'] as const)
      await expect(house.run(name, changeAccount, change())).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is refused where the person holds, or would work at, more than one administers', async () => {
    const { request } = await addPerson(house, 'qt.cole', 'administrator', 'coLe');
    const send = (payload: ReturnType<typeof change>) =>
      carryOut(changeAccount, request, { id: uuidV7(), payload });
    const away = change({ unitId: house.unitId('ninhGiang') });
    await expect(send(away)).rejects.toMatchObject({ code: 'forbidden' });
    const above = change({ accountId: house.accountId('administrator') });
    await expect(send(above)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await send(change())).toMatchObject({ accountId: house.accountId('headCoLe') });
  });

  it('names the field that is wrong', async () => {
    for (const [payload, field] of [
      [change({ fullName: '' }), 'fullName'],
      [change({ email: 'khong-phai' }), 'email'],
    ] as const)
      await expect(house.run('administrator', changeAccount, payload)).rejects.toMatchObject({
        issues: [{ field }],
      });
    const nowhere = change({ unitId: uuidV7() });
    await expect(house.run('administrator', changeAccount, nowhere)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('takes effect once, with an entry', async () => {
    const id = uuidV7();
    const receipt = await house.send('administrator', changeAccount, change(), id);
    expect(await house.send('administrator', changeAccount, change(), id)).toBe(receipt);
    const { accountId, seen, ...facts } = change();
    const [rows, entries] = await house.lookAsSystem(async (tx) => [
      await tx.select().from(account).where(eq(account.id, accountId)),
      await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    ]);
    expect(rows).toMatchObject([{ ...facts, username: 'headCoLe' }]);
    expect(entries).toMatchObject([
      { action: 'access.change-account', subjectId: accountId, detail: { ...facts, seen } },
    ]);
  });

  it('tells the second of two what the first one wrote, and overwrites nothing unseen', async () => {
    const first = change({ fullName: 'Đặng Thị Một', unitId: house.unitId('ninhGiang') });
    const second = change({ fullName: 'Đặng Thị Hai', email: 'hai@vi-du.vn' });
    const both = await Promise.allSettled([
      house.run('administrator', changeAccount, first),
      house.run('administrator', changeAccount, second),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const row = await house.lookAsSystem((tx) =>
      tx.select().from(account).where(eq(account.id, first.accountId)),
    );
    const [won, lost] = row[0]?.fullName === 'Đặng Thị Một' ? [first, second] : [second, first];
    expect(row).toMatchObject([{ fullName: won.fullName, email: won.email, unitId: won.unitId }]);
    const { accountId, ...facts } = won;
    expect(await house.run('administrator', changeAccount, { ...lost, seen: facts })).toMatchObject({
      accountId,
    });
  });

  it('says at each field what was written meanwhile, in words', async () => {
    const { seen, ...facts } = change({ unitId: house.unitId('ninhGiang') });
    await house.run('administrator', changeAccount, { ...facts, seen });
    await expect(house.run('administrator', changeAccount, change())).rejects.toMatchObject({
      code: 'conflict',
      key: 'access.account-changed',
      issues: [
        { field: 'fullName', key: 'access.changed-meanwhile', details: { value: 'Đặng Thị Chủ Mới' } },
        { field: 'email', key: 'access.changed-meanwhile', details: { value: 'chu@vi-du.vn' } },
        { field: 'unitId', key: 'access.changed-meanwhile', details: { value: 'Xã Ninh Giang' } },
      ],
    });
    const emptied = change({ email: null, seen: facts, unitId: null });
    await house.run('administrator', changeAccount, change({ ...emptied, unitId: facts.unitId }));
    await expect(house.run('administrator', changeAccount, change({ seen: facts }))).rejects.toMatchObject({
      issues: [{ field: 'email', key: 'access.emptied-meanwhile' }],
    });
  });

  it('lets nobody begin to work at a unit that is not there today, nor hinders who works at one', async () => {
    const register = await openRegister(house);
    const under = { kind: 'xa', level: 'commune', parentId: house.unitId('ninhBinh') } as const;
    const gone = await register.addUnit({ ...under, name: 'Xã Đã Gộp', until: '2026-11-22' });
    const coming = await register.addUnit({ ...under, name: 'Xã Sắp Lập', from: '2026-11-24' });
    await register.close();
    for (const unitId of [gone, coming])
      await expect(house.run('administrator', changeAccount, change({ unitId }))).rejects.toMatchObject({
        ...{ code: 'invalid', key: 'access.unit-not-in-force' },
        details: { field: 'unitId', date: '2026-11-23' },
      });
    const left = { ...seen(), unitId: gone };
    await house.lookAsSystem((tx) =>
      tx
        .update(account)
        .set(left)
        .where(eq(account.id, house.accountId('headCoLe'))),
    );
    expect(
      await house.run('administrator', changeAccount, change({ unitId: gone, seen: left })),
    ).toMatchObject({});
  });
});
