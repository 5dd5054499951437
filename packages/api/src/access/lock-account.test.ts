import { account, session } from '@kycuong/db/schema/access.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { perform } from '../door.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { addPerson } from '../testing/add-person.ts';
import { type House, openHouse } from '../testing/house.ts';
import { issuedRound } from '../testing/rounds.ts';
import { beginRole } from './begin-role.ts';
import { createSession } from './create-session.ts';
import { lockAccount } from './lock-account.ts';
import { openSession } from './open-session.ts';
import { unlockAccount } from './unlock-account.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

const reason = 'Nghỉ việc từ hôm nay';
const stateOf = async (accountId: string) =>
  (await house.lookAsSystem((tx) => tx.select().from(account).where(eq(account.id, accountId))))[0];

describe('locking an account', () => {
  it('is refused to nobody and to whoever is no administrator', async () => {
    const accountId = house.accountId('headCoLe');
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(lockAccount, stranger, { id: uuidV7(), payload: { accountId, reason } });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const name of ['office', 'leadership', 'headCoLe', 'quality'] as const)
      await expect(house.run(name, lockAccount, { accountId, reason })).rejects.toMatchObject({
        code: 'forbidden',
      });
  });

  it('is refused below anything that the person holds, or will hold, or inspects', async () => {
    const commune = await addPerson(house, 'qt.cole', 'administrator', 'coLe');
    const lock = (accountId: string) =>
      carryOut(lockAccount, commune.request, { id: uuidV7(), payload: { accountId, reason } });
    for (const name of ['headNinhGiang', 'administrator', 'inspector'] as const)
      await expect(lock(house.accountId(name))).rejects.toMatchObject({ code: 'forbidden' });
    const later = await addPerson(house, 'mai.len', 'agency-head', 'coLe');
    const soon = {
      role: 'administrator',
      unitId: house.unitId('ninhBinh'),
      validFrom: '2027-01-01',
    } as const;
    await house.run('administrator', beginRole, {
      accountId: later.accountId,
      grantId: uuidV7(),
      grant: { ...soon, validUntil: null },
    });
    await expect(lock(later.accountId)).rejects.toMatchObject({ code: 'forbidden' });
    const member = await addPerson(house, 'trong.doan', 'inspector', 'coLe');
    const members = [
      { accountId: house.accountId('leader'), role: 'leader' as const },
      { accountId: member.accountId, role: 'member' as const },
    ];
    const units = [{ unitId: house.unitId('ninhGiang'), plannedOn: '2026-12-02' }];
    await issuedRound(house, { members, units });
    await expect(lock(member.accountId)).rejects.toMatchObject({ code: 'forbidden' });
    const own = await addPerson(house, 'chu.tich.cl', 'agency-head', 'coLe');
    expect(await lock(own.accountId)).toEqual({ accountId: own.accountId });
  });

  it('names the field that is wrong, and refuses one’s own account', async () => {
    const accountId = house.accountId('headCoLe');
    const empty = house.run('administrator', lockAccount, { accountId, reason: ' ' });
    await expect(empty).rejects.toMatchObject({ issues: [{ field: 'reason', key: 'input.required' }] });
    const unknown = house.run('administrator', lockAccount, { accountId: uuidV7(), reason });
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
    const own = house.run('administrator', lockAccount, {
      accountId: house.accountId('administrator'),
      reason,
    });
    await expect(own).rejects.toMatchObject({ key: 'access.own-account' });
  });

  it('never takes the last administrator of a place, the machine’s own account included', async () => {
    const system = { kind: 'system', name: 'root', roles: ['administrator'] } as const;
    const payload = { accountId: house.accountId('administrator'), reason };
    const sent = carryOut(lockAccount, { ground: house.ground, caller: system }, { id: uuidV7(), payload });
    await expect(sent).rejects.toMatchObject({
      code: 'conflict',
      key: 'access.last-administrator-of',
      details: { unit: 'Tỉnh Ninh Bình', date: '2026-11-23' },
    });
  });

  it('ends every session for good, once, with an entry', async () => {
    const { accountId } = await addPerson(house, 'nghi.viec', 'inspector', 'ninhBinh');
    const { id: cookie } = await createSession(house.ground, { accountId });
    const id = uuidV7();
    const receipt = await house.send('administrator', lockAccount, { accountId, reason }, id);
    expect(await house.send('administrator', lockAccount, { accountId, reason }, id)).toBe(receipt);
    expect(JSON.parse(receipt)).toMatchObject({ status: 'applied' });
    expect(await stateOf(accountId)).toMatchObject({ disabledReason: reason });
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([
      { action: 'access.lock-account', subjectId: accountId, detail: { accountId, reason } },
    ]);
    const again = house.run('administrator', lockAccount, { accountId, reason });
    await expect(again).rejects.toMatchObject({ key: 'access.already-locked' });

    await house.run('administrator', unlockAccount, { accountId, reason: 'Khóa nhầm' });
    expect(await stateOf(accountId)).toMatchObject({ disabledAt: null, disabledReason: null });
    expect(await openSession(house.ground.database, cookie, house.ground.now())).toBeUndefined();
    const twice = house.run('administrator', unlockAccount, { accountId, reason: 'Khóa nhầm' });
    await expect(twice).rejects.toMatchObject({ key: 'access.not-locked' });
    const mine = await house.look('administrator', (tx) =>
      tx.select().from(session).where(eq(session.accountId, accountId)),
    );
    expect(mine).toEqual([]);
  });
});
