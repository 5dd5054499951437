import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { mostFirstPasswords } from '@kycuong/domain/access/import-users.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister } from '../testing/more-people.ts';
import { visitor } from '../testing/visitor.ts';
import { importUsers } from './import-users.ts';
import { previewUserImport } from './preview-user-import.ts';
import { signIn } from './sign-in.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

function row(line: number, username: string, unit_code: string, role = 'inspector') {
  const values = { username, full_name: `Người ${line}`, email: '', unit_code, role };
  return { line, values: { ...values, valid_from: '2025-07-01', valid_until: '' } };
}
const file = {
  rows: [row(2, 'mot', '37'), row(3, 'hai', '14026', 'agency-head'), row(4, 'ba', '99999')],
  passwords: [{ username: 'mot', password: 'mat-khau-dau-tien' }],
};
const numbers = { read: 3, created: 2, updated: 0, unchanged: 0 };

/** What waits for another transaction in this database. */
const waiting = () =>
  house.lookAsSystem(async (tx) => {
    const rows = await tx.execute(sql`select from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`);
    return rows.length;
  });

describe('importing users', () => {
  it('is judged by the rights that stand when its turn comes, not when it was sent', async () => {
    const register = await openRegister(house);
    const at = house.unitId('coLe');
    const rows = [row(2, 'ke.lai', '14026')];
    for (const what of ['role', 'account'] as const) {
      const local = await register.addPerson(`quan.tri.${what}`, at, ['administrator', at]);
      let sent: Promise<unknown> = Promise.resolve();
      await house.lookAsSystem(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('accounts', 0))`);
        sent = local.run(importUsers, { rows, passwords: [] }).catch((error: unknown) => error);
        await Promise.race([sent, expect.poll(waiting).toBe(1)]);
        const { sql: own } = register;
        if (what === 'role')
          await own`update role_grant set valid_until = '2026-11-22' where account_id = ${local.accountId}`;
        else await own`update account set disabled_at = now() where id = ${local.accountId}`;
      });
      expect(await sent).toMatchObject({ code: expect.stringMatching(/^(conflict|unauthenticated)$/) });
    }
    await register.close();
  });

  it('is refused to whoever is not an administrator', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(importUsers, stranger, { id: uuidV7(), payload: file });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(house.run('office', importUsers, file)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('names the field that is wrong', async () => {
    const short = { ...file, passwords: [{ username: 'mot', password: 'ngan' }] };
    await expect(house.run('administrator', importUsers, short)).rejects.toMatchObject({
      issues: [{ field: 'passwords.0.password' }],
    });
    const yeu = row(2, 'yeu', '37');
    const rows = [{ ...yeu, values: { ...yeu.values, full_name: 'Người Yếu' } }];
    const guessed = { rows, passwords: [{ username: 'yeu', password: 'nguoiyeu12' }] };
    await expect(house.run('administrator', importUsers, guessed)).rejects.toMatchObject({
      code: 'invalid',
      details: { field: 'passwords.0.password' },
    });
  });

  it('makes accounts that can sign in, once, and keeps passwords out of the trail', async () => {
    const id = uuidV7();
    const receipts = await Promise.all(
      [1, 2, 3].map(() => house.send('administrator', importUsers, file, id)),
    );
    expect(new Set(receipts).size).toBe(1);
    expect(JSON.parse(receipts[0] ?? '')).toMatchObject({
      result: {
        ...numbers,
        rejected: [{ line: 4, reason: 'access.unit-unknown' }],
        newUsernames: ['mot', 'hai'],
      },
    });
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ detail: { ...numbers, rejected: 1, newUsernames: ['mot', 'hai'] } }]);
    expect(JSON.stringify(entries)).not.toContain('mat-khau-dau-tien');
    const [mot] = await house.lookAsSystem((tx) =>
      tx.select().from(account).where(eq(account.username, 'mot')),
    );
    expect(await signIn(visitor(house), { username: 'mot', password: 'mat-khau-dau-tien' })).toMatchObject({
      passwordToSet: true,
      accountId: mot?.id,
    });
  });

  it('changes nothing when the same file comes again', async () => {
    const again = await house.run('administrator', importUsers, file);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, newUsernames: [] });
  });

  it('lets others keep accounts up while first passwords are hashed, and takes so many at most', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `moi-${index}`);
    const passwords = names.map((username) => ({ username, password: `mat-khau-cua-${username}` }));
    const rows = names.map((username, index) => row(index + 2, username, '37'));
    let isDone = false;
    const importing = house.run('administrator', importUsers, { rows, passwords }).finally(() => {
      isDone = true;
    });
    let free = 0;
    while (!isDone) {
      const [look] = await house.connection.sql<{ free: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtextextended('accounts', 0)) as free`;
      if (look?.free === true) free += 1;
    }
    expect(await importing).toMatchObject({ created: 30 });
    // Between any two passwords somebody else could have had a turn.
    expect(free).toBeGreaterThan(names.length);
    const many = Array.from({ length: mostFirstPasswords + 1 }, (_, index) => ({
      username: `nhieu-${index}`,
      password: `mat-khau-thu-${index}`,
    }));
    await expect(house.run('administrator', importUsers, { rows, passwords: many })).rejects.toMatchObject({
      code: 'too-large',
      key: 'access.too-many-first-passwords',
    });
  });

  it('never ends the last administrator, in the preview no more than in the import', async () => {
    const username = 'administrator';
    await house.lookAsSystem((tx) =>
      tx
        .update(roleGrant)
        .set({ validFrom: '2025-07-01' })
        .where(eq(roleGrant.accountId, house.accountId(username))),
    );
    const values = { ...row(2, username, '37', username).values, full_name: 'Đỗ Văn Quản' };
    const ended = { ...values, valid_until: '2026-01-31' };
    const last = [{ line: 2, reason: 'access.last-administrator-of' }];
    for (const one of [
      { ...ended, valid_until: '2026-12-31' },
      { ...ended, valid_until: '2027-01-31' },
    ]) {
      const input = { rows: [{ line: 2, values: one }], passwords: [] };
      const seen = await house.ask('administrator', previewUserImport, input);
      expect(seen).toMatchObject({ updated: 0, rejected: last });
      expect(await house.run('administrator', importUsers, input)).toMatchObject({
        updated: 0,
        rejected: last,
      });
    }
  });

  it('takes of somebody who administers two communes what one of the two roles covers, and leaves out the rest', async () => {
    const register = await openRegister(house);
    const of = (unit: 'coLe' | 'ninhGiang') => ['administrator', house.unitId(unit)] as const;
    const both = await register.addPerson('hai.xa', house.unitId('coLe'), of('coLe'), of('ninhGiang'));
    await register.sql`update role_grant set valid_from = '2025-07-01' where account_id = ${both.accountId}`;
    await register.close();
    const rows = [
      row(2, 'o.co.le', '14026'),
      { ...row(3, 'o.co.le', '14038'), values: { ...row(2, 'o.co.le', '14038').values } },
      row(4, 'o.ninh.giang', '14038'),
    ];
    const beyond = { rejected: [{ line: 3, reason: 'access.outside-your-units' }] };
    expect(await both.run(importUsers, { rows, passwords: [] })).toMatchObject({ created: 2, ...beyond });
    expect(await both.run(importUsers, { rows, passwords: [] })).toMatchObject({ unchanged: 2, ...beyond });
    const own = {
      line: 2,
      values: {
        ...{ username: 'hai.xa', full_name: 'Người hai.xa', email: '', unit_code: '14026' },
        ...{ role: 'administrator', valid_from: '2025-07-01', valid_until: '2026-12-31' },
      },
    };
    expect(await both.run(importUsers, { rows: [own], passwords: [] })).toMatchObject({
      updated: 1,
      rejected: [],
    });
  });
});
