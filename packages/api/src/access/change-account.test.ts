import { account } from '@kycuong/db/schema/access.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { perform } from '../door.ts';
import { addPerson } from '../testing/add-person.ts';
import { type House, openHouse } from '../testing/house.ts';
import { changeAccount } from './change-account.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const change = (more = {}) => ({
  accountId: house.accountId('headCoLe'),
  fullName: 'Đặng Thị Chủ Mới',
  email: 'chu@vi-du.vn',
  unitId: house.unitId('coLe'),
  ...more,
});

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
    const { accountId, ...facts } = change();
    const [rows, entries] = await house.lookAsSystem(async (tx) => [
      await tx.select().from(account).where(eq(account.id, accountId)),
      await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    ]);
    expect(rows).toMatchObject([{ ...facts, username: 'headCoLe' }]);
    expect(entries).toMatchObject([{ action: 'access.change-account', subjectId: accountId, detail: facts }]);
  });
});
