import { account } from '@kycuong/db/schema/access.ts';
import { roundMember } from '@kycuong/db/schema/planning.ts';
import { firstPasswordDays } from '@kycuong/domain/access/create-account.ts';
import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { addPerson } from '../testing/add-person.ts';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';
import { visitor } from '../testing/visitor.ts';
import { beginRole } from './begin-role.ts';
import { changeAccount } from './change-account.ts';
import { changePassword } from './change-password.ts';
import { createAccount } from './create-account.ts';
import { createSession } from './create-session.ts';
import { getAccount } from './get-account.ts';
import { openSession } from './open-session.ts';
import { resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';

let house: FieldHouse;
let ofCommune: Awaited<ReturnType<typeof addPerson>>['request'];
beforeAll(async () => {
  house = await openFieldHouse();
  ofCommune = (await addPerson(house, 'qt.cole', 'administrator', 'coLe')).request;
});
afterAll(() => house.close());

// As `generatePassword` makes them: 16 letters that a slip could have in other cases.
const firstPassword = 'GwkTzqRmHbvXncPd';
const enter = (username: string, secret: string) => signIn(visitor(house), { username, password: secret });
const role = (accountId: string, of: 'leadership' | 'inspector', over: 'ninhBinh' | 'coLe') => ({
  grantId: uuidV7(),
  accountId,
  grant: { role: of, unitId: house.unitId(over), validFrom: '2026-11-23', validUntil: null },
});

/** Somebody of the commune with a slip of the commune's administrator, and a session opened with it. */
async function withSlip(username: string) {
  const { accountId } = await addPerson(house, username, 'agency-head', 'coLe');
  const code = generatePaperCode();
  await carryOut(resetPassword, ofCommune, { id: uuidV7(), payload: { accountId, code } });
  const { id: cookie } = await createSession(house.ground, { accountId, awaits: 'password' });
  return { accountId, username, code, cookie };
}
const isOpen = async (cookie: string) =>
  (await openSession(house.ground.database, cookie, house.ground.now())) !== undefined;

describe('a slip that was issued while its person was small', () => {
  const grown = {
    'a role beyond': ({ accountId }: { accountId: string }) =>
      house.run('administrator', beginRole, role(accountId, 'leadership', 'ninhBinh')),
    'another workplace': ({ accountId, username }: { accountId: string; username: string }) => {
      const seen = { fullName: `Người ${username}`, email: null, unitId: house.unitId('coLe') };
      return house.run('administrator', changeAccount, {
        ...{ ...seen, seen, accountId, unitId: house.unitId('soNoiVu') },
      });
    },
    'a team from above': async ({ accountId }: { accountId: string }) => {
      const { roundId } = await house.addRound();
      const at = { roundId, leadUnitId: house.unitId('soNoiVu'), assignedAt: house.ground.now() };
      await house.look('office', (tx) => tx.insert(roundMember).values({ ...at, accountId, role: 'member' }));
    },
  };
  for (const [name, grow] of Object.entries(grown))
    it(`opens nothing after ${name}, and whoever looks is told that a new one is needed`, async () => {
      const slip = await withSlip(`lon.${Object.keys(grown).indexOf(name)}`);
      await grow(slip);
      await expect(enter(slip.username, slip.code)).rejects.toMatchObject({ key: 'access.slip-expired' });
      expect(await isOpen(slip.cookie)).toBe(false);
      const { accountId } = slip;
      expect(await house.ask('administrator', getAccount, { accountId })).toMatchObject({ needsSlip: true });
    });

  it('stays good where whoever issued it reaches the new role too', async () => {
    const slip = await withSlip('con.nho');
    const begun = await house.run('administrator', beginRole, role(slip.accountId, 'inspector', 'coLe'));
    expect(begun).toMatchObject({ needsSlip: false });
    expect(await isOpen(slip.cookie)).toBe(true);
    expect(await enter(slip.username, slip.code)).toMatchObject({ passwordToSet: true });
  });
});

describe('a given password', () => {
  it('of a new account is over after some days, and at once by a role beyond', async () => {
    const create = (username: string) => ({
      ...{ accountId: uuidV7(), username, fullName: 'Người Mới', email: null, unitId: house.unitId('coLe') },
      grants: [
        {
          role: 'agency-head' as const,
          unitId: house.unitId('coLe'),
          validFrom: '2026-11-23',
          validUntil: null,
        },
      ],
      password: firstPassword,
    });
    for (const one of [create('moi.mot'), create('moi.hai')])
      await carryOut(createAccount, ofCommune, { id: uuidV7(), payload: one });
    const [two] = await house.lookAsSystem((tx) =>
      tx.select().from(account).where(eq(account.username, 'moi.hai')),
    );
    expect(await enter('moi.hai', firstPassword)).toMatchObject({ passwordToSet: true });
    const begun = await house.run('administrator', beginRole, role(two?.id ?? '', 'leadership', 'ninhBinh'));
    expect(begun).toMatchObject({ needsSlip: true });
    await expect(enter('moi.hai', firstPassword)).rejects.toMatchObject({
      key: 'access.slip-expired',
    });
    const now = house.ground.now();
    house.setNow(new Date(now.getTime() + firstPasswordDays * 86_400_000).toISOString());
    await expect(enter('moi.mot', firstPassword)).rejects.toMatchObject({
      key: 'access.slip-expired',
    });
    house.setNow(now.toISOString());
    expect(await enter('moi.mot', firstPassword)).toMatchObject({ passwordToSet: true });
  });

  it('is replaced once, by one of those who hold it at the same time, and never after its time', async () => {
    const slip = await withSlip('ba.nguoi');
    const mine = { ground: house.ground, caller: { kind: 'person', accountId: slip.accountId } } as const;
    const set = (next: string) =>
      carryOut(changePassword, mine, { id: uuidV7(), payload: { current: slip.code, next } });
    const all = await Promise.allSettled(
      ['may-bay-tren-ngon-41', 'song-cuon-qua-82-to', 'nang-nghieng-93-nho'].map(set),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const late = await withSlip('tre.han');
    house.setNow('2026-11-26T02:00:00Z');
    const own = { ground: house.ground, caller: { kind: 'person', accountId: late.accountId } } as const;
    const payload = { current: late.code, next: 'mot-doi-nguoi-mot-rung-19' };
    await expect(carryOut(changePassword, own, { id: uuidV7(), payload })).rejects.toMatchObject({
      key: 'access.slip-expired',
    });
    house.setNow('2026-11-23T02:00:00Z');
  });
});

describe('the second fence', () => {
  it('keeps an account from whoever stands over its workplace alone', async () => {
    const leads = await withSlip('lanh.dao');
    await house.run('administrator', beginRole, role(leads.accountId, 'leadership', 'ninhBinh'));
    const member = await withSlip('vao.doan');
    const { roundId } = await house.addRound();
    const at = { roundId, leadUnitId: house.unitId('soNoiVu'), assignedAt: house.ground.now() };
    await house.look('office', (tx) =>
      tx.insert(roundMember).values({ ...at, accountId: member.accountId, role: 'leader' }),
    );
    const small = await withSlip('van.nho');
    const asCommune = (statement: ReturnType<typeof sql>) =>
      house.ground.database.transaction(async (tx) => {
        await tx.execute(sql`select enter(${ofCommune.caller.accountId}, '2026-11-23', now())`);
        return tx.execute(statement);
      });
    const give = (id: string) => asCommune(sql`select give_password(${id}, 'x', now(), now())`);
    const disable = (id: string) =>
      asCommune(sql`update account set disabled_at = now() where id = ${id} returning id`);
    const end = (id: string) => asCommune(sql`select end_sessions_of(${id}) as ended`);
    for (const { accountId } of [leads, member]) {
      await expect(give(accountId)).rejects.toThrow();
      expect(await end(accountId)).toMatchObject([{ ended: null }]);
      const refused = await disable(accountId).then(
        (rows) => rows.length,
        () => 0,
      );
      expect(refused).toBe(0);
    }
    await give(small.accountId);
    expect(await end(small.accountId)).toMatchObject([{ ended: 0 }]);
    expect(await disable(small.accountId)).toHaveLength(1);
  });
});
