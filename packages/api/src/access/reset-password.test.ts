import { account } from '@kycuong/db/schema/access.ts';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { perform } from '../door.ts';
import { addPerson } from '../testing/add-person.ts';
import { type House, openHouse, password } from '../testing/house.ts';
import { visitor } from '../testing/visitor.ts';
import { changePassword } from './change-password.ts';
import { createSession } from './create-session.ts';
import { importUsers } from './import-users.ts';
import { lockAccount } from './lock-account.ts';
import { openSession } from './open-session.ts';
import { resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const slipFor = (accountId: string) => ({ accountId, code: generatePaperCode() });
const enter = (username: string, secret: string) => signIn(visitor(house), { username, password: secret });

describe('resetting a password', () => {
  it('is refused to nobody and to whoever is no administrator', async () => {
    const payload = slipFor(house.accountId('headCoLe'));
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(resetPassword, stranger, { id: uuidV7(), payload });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const name of ['office', 'leadership', 'headCoLe'] as const)
      await expect(house.run(name, resetPassword, payload)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is no way up: whoever holds more than one administers cannot be reset', async () => {
    const { request, accountId } = await addPerson(house, 'qt.cole', 'administrator', 'coLe');
    for (const name of ['administrator', 'office', 'leader', 'headNinhGiang'] as const)
      await expect(
        carryOut(resetPassword, request, { id: uuidV7(), payload: slipFor(house.accountId(name)) }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    const whole = await addPerson(house, 'qt.toan', 'administrator', null);
    await expect(house.run('administrator', resetPassword, slipFor(whole.accountId))).rejects.toMatchObject({
      code: 'forbidden',
    });
    const own = carryOut(resetPassword, request, { id: uuidV7(), payload: slipFor(accountId) });
    await expect(own).rejects.toMatchObject({ key: 'access.own-account' });
  });

  it('takes a random code and nothing that a person made up', async () => {
    const accountId = house.accountId('headCoLe');
    const made = house.run('administrator', resetPassword, { accountId, code: 'mat-khau-tu-nghi' });
    await expect(made).rejects.toMatchObject({ code: 'invalid', issues: [{ field: 'code' }] });
    const { accountId: locked } = await addPerson(house, 'bi.khoa', 'inspector', 'coLe');
    await house.run('administrator', lockAccount, { accountId: locked, reason: 'Nghỉ việc' });
    await expect(house.run('administrator', resetPassword, slipFor(locked))).rejects.toMatchObject({
      key: 'access.already-locked',
    });
  });

  it('gives a code that is good however it is typed; other passwords are judged as typed', async () => {
    const { accountId } = await addPerson(house, 'go.phieu', 'agency-head', 'coLe');
    const { code } = slipFor(accountId);
    await house.run('administrator', resetPassword, { accountId, code });
    const loose = code.toUpperCase().replaceAll('-', ' ');
    expect(await enter('go.phieu', loose)).toMatchObject({ accountId, passwordToSet: true });
    const caller = { kind: 'person', accountId } as const;
    const change = (current: string, next: string) =>
      carryOut(
        changePassword,
        { ground: house.ground, caller },
        { id: uuidV7(), payload: { current, next } },
      );
    await expect(change(loose, code)).rejects.toMatchObject({ key: 'access.password-unchanged' });
    // Of the shape of a code, and yet one's own.
    const own = 'qzwmxkvjhtgbnprd';
    await change(loose.toLowerCase(), own);
    expect(await enter('go.phieu', own)).toMatchObject({ passwordToSet: false });
    for (const typed of [own.toUpperCase(), 'qzwm-xkvj-htgb-nprd'])
      await expect(enter('go.phieu', typed)).rejects.toMatchObject({ key: 'access.wrong-password' });
  });

  it('ends the old password and every session at once, and its code nowhere stays', async () => {
    const { accountId } = await addPerson(house, 'quen.mk', 'agency-head', 'coLe');
    const { id: cookie } = await createSession(house.ground, { accountId });
    const id = uuidV7();
    const payload = slipFor(accountId);
    const receipt = await house.send('administrator', resetPassword, payload, id);
    expect(await house.send('administrator', resetPassword, payload, id)).toBe(receipt);
    expect(JSON.parse(receipt)).toMatchObject({
      result: { username: 'quen.mk', until: '2026-11-26T02:00:00.000Z' },
    });
    expect(await openSession(house.ground.database, cookie, house.ground.now())).toBeUndefined();
    await expect(enter('quen.mk', password)).rejects.toMatchObject({ key: 'access.wrong-password' });
    const [receipts, entries] = await house.lookAsSystem(async (tx) => [
      await tx.select().from(commandReceipt).where(eq(commandReceipt.id, id)),
      await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    ]);
    expect(entries).toMatchObject([{ action: 'access.reset-password', subjectId: accountId }]);
    expect(JSON.stringify([receipts, entries])).not.toContain(payload.code);

    expect(await enter('quen.mk', payload.code)).toMatchObject({ accountId, passwordToSet: true });
    const mine = { ground: house.ground, caller: { kind: 'person', accountId } } as const;
    const next = 'qua-mit-huong-rung-71';
    await carryOut(changePassword, mine, { id: uuidV7(), payload: { current: payload.code, next } });
    await expect(enter('quen.mk', payload.code)).rejects.toMatchObject({ key: 'access.wrong-password' });
    expect(await enter('quen.mk', next)).toMatchObject({ accountId, passwordToSet: false });
  });

  it('gives a code that is good for three days, and a newer one replaces it', async () => {
    const { accountId } = await addPerson(house, 'cham.dung', 'agency-head', 'coLe');
    const first = slipFor(accountId);
    const second = slipFor(accountId);
    await house.run('administrator', resetPassword, first);
    await house.run('administrator', resetPassword, second);
    await expect(enter('cham.dung', first.code)).rejects.toMatchObject({ key: 'access.wrong-password' });
    house.setNow('2026-11-26T02:00:00Z');
    await expect(enter('cham.dung', second.code)).rejects.toMatchObject({ key: 'access.slip-expired' });
    house.setNow('2026-11-26T01:59:59Z');
    expect(await enter('cham.dung', second.code)).toMatchObject({ passwordToSet: true });
  });

  it('makes a password for an account that had none', async () => {
    const values = { username: 'chua.co', full_name: 'Người Chưa Có', email: '', valid_until: '' };
    const role = { unit_code: '14026', role: 'agency-head', valid_from: '2025-07-01' };
    const rows = [{ line: 2, values: { ...values, ...role } }];
    await house.run('administrator', importUsers, { rows, passwords: [] });
    const [row] = await house.lookAsSystem((tx) =>
      tx.select().from(account).where(eq(account.username, 'chua.co')),
    );
    const accountId = row?.id ?? '';
    const payload = slipFor(accountId);
    await house.run('administrator', resetPassword, payload);
    expect(await enter('chua.co', payload.code)).toMatchObject({ passwordToSet: true });
  });
});
