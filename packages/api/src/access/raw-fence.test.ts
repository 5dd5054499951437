import type { Role } from '@kycuong/domain/access/role.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister, type Register } from '../testing/more-people.ts';
import { reachesRows } from '../testing/reaches-rows.ts';
import { type SettledPerson, settlePerson } from '../testing/settle-person.ts';
import { enter, type Transaction } from '../transaction.ts';

let house: House;
let register: Register;
let owner: SettledPerson;
/** Each of them holds something that says nothing over the owner. */
let others: SettledPerson[];
beforeAll(async () => {
  house = await openHouse();
  register = await openRegister(house);
  const [coLe, ninhGiang, province] = [
    house.unitId('coLe'),
    house.unitId('ninhGiang'),
    house.unitId('ninhBinh'),
  ];
  owner = await settlePerson(register, 'chu', coLe, [['inspector', coLe]]);
  const held: [Role, string][] = [
    ['administrator', ninhGiang],
    ['agency-head', coLe],
    ['inspector', province],
    ['leadership', province],
    ['programme-office', province],
    ['quality-office', province],
  ];
  others = [await settlePerson(register, 'nguoi-khong-vai', coLe, [])];
  for (const [role, unitId] of held)
    others.push(await settlePerson(register, `nguoi-${role}`, coLe, [[role, unitId]]));
});
afterAll(async () => {
  await register.close();
  await house.close();
});

const as = <Result>(who: SettledPerson | null, run: (tx: Transaction) => Promise<Result>) =>
  house.ground.database.transaction(async (tx) => {
    if (who) await enter(tx, { kind: 'person', accountId: who.id }, house.ground.now());
    return run(tx);
  });
/** What the statement does as each of the others and as nobody, by who reaches more rows than are theirs. */
async function reachedByOthers(statement: SQL, mine = 0) {
  const beyond = [];
  for (const who of [...others, null]) {
    const rows = await as(who, (tx) => reachesRows(tx, statement));
    if (rows > (who ? mine : 0)) beyond.push([who?.role ?? 'nobody', rows]);
  }
  return beyond;
}
const column = {
  credential: 'password_hash',
  session: 'address',
  second_factor: 'sealed_secret',
  recovery_code: 'hash',
  known_browser: 'browser',
  sign_in_throttle: 'key',
  security_event: 'detail',
  daily_use: 'bytes',
  device_wipe: 'reason',
} as const;
type Table = keyof typeof column;
const tables = Object.keys(column).filter((name): name is Table => name in column);
/** How many rows of their own people may read, change and delete, without a word of where. */
const own: Record<Table, readonly [number, number, number]> = {
  credential: [1, 1, 0],
  session: [1, 0, 1],
  second_factor: [1, 1, 1],
  recovery_code: [1, 1, 1],
  known_browser: [0, 0, 0],
  sign_in_throttle: [0, 0, 0],
  security_event: [1, 0, 0],
  daily_use: [1, 0, 0],
  device_wipe: [0, 0, 0],
};

describe('past the application, whoever may not', () => {
  it.each(tables)('reads, changes and deletes nothing of %s but what is their own', async (table) => {
    const name = sql.identifier(table);
    const same = sql.identifier(column[table]);
    const [reads, changes, deletes] = own[table];
    expect(await reachedByOthers(sql`select from ${name}`, reads)).toEqual([]);
    expect(await reachedByOthers(sql`update ${name} set ${same} = ${same}`, changes)).toEqual([]);
    expect(await reachedByOthers(sql`delete from ${name}`, deletes)).toEqual([]);
  });

  it('writes nothing in the name of another', async () => {
    const { id, deviceId } = owner;
    const fresh = uuidV7();
    for (const statement of [
      sql`insert into account (id, username, full_name, unit_id) values (${fresh}, 'x', 'x', ${owner.at})`,
      sql`insert into role_grant (id, account_id, role, unit_id, valid_from)
        values (${fresh}, ${id}, 'inspector', ${owner.at}, '2026-12-01')`,
      sql`insert into session (id, account_id, expires_at, ends_at) values ('x', ${id}, now(), now())`,
      sql`insert into second_factor (account_id, sealed_secret, last_step, enrolled_at)
        values (${house.accountId('headCoLe')}, 'x', 0, now())`,
      sql`insert into recovery_code (hash, account_id) values ('x', ${id})`,
      sql`insert into known_browser (browser, account_id, last_sign_in_at) values ('x', ${id}, now())`,
      sql`insert into sign_in_throttle (key, failures, last_failure_at) values ('x', 1, now())`,
      sql`insert into security_event (at, kind, account_id, bucket) values (now(), 'sign-in', ${id}, 'x')`,
      sql`insert into daily_use (subject, kind, day, number, bytes) values (${id}, 'kept', '2026-11-24', 1, 1)`,
      sql`insert into device (id, label, platform, sign_key, agree_key, registered_by, registered_at)
        values (${fresh}, 'x', 'x', 'x', 'x', ${id}, now())`,
      sql`insert into device_account (device_id, account_id, first_seen_at, last_seen_at)
        values (${house.unitId('coLe')}, ${id}, now(), now())`,
      sql`insert into device_wipe (id, device_id, ordered_by, ordered_at, reason)
        values (${fresh}, ${deviceId}, ${id}, now(), 'x')`,
      sql`update account set full_name = 'x' where id = ${id}`,
      sql`update account set disabled_at = now() where id = ${id}`,
      sql`delete from account`,
      sql`delete from device`,
      sql`delete from device_account`,
      sql`update device_account set silenced_at = now() where account_id = ${id}`,
      sql`select give_password(${id}, 'x', now(), now())`,
      sql`select from sessions_of(${id})`,
      sql`select from end_sessions_of(${id}) as ended where ended is not null`,
      sql`select silence_devices_of(${id})`,
    ])
      expect([statement.queryChunks, await reachedByOthers(statement)]).toEqual([statement.queryChunks, []]);
  });
});

describe('past the application, whoever may', () => {
  it('unlocks an account past every fence, as often as need be: its devices are silenced as by an administrator', async () => {
    const silenced = await register.sql.begin(async (tx) => {
      await tx`set local session_replication_role = origin`;
      for (const _ of ['once', 'again']) {
        await tx`update account set disabled_at = now() where id = ${owner.id}`;
        await tx`update account set disabled_at = null where id = ${owner.id}`;
      }
      return tx`update device_account set silenced_at = null
        where account_id = ${owner.id} and silenced_at is not null returning device_id`;
    });
    expect(silenced.map((row) => row.device_id)).toEqual([owner.deviceId]);
  });

  it('registers a device where they work and nowhere else', async () => {
    const [person] = others;
    if (!person) throw new Error('nobody');
    const register = (unitId: string | null) =>
      as(person, (tx) =>
        reachesRows(
          tx,
          sql`insert into device (id, label, platform, sign_key, agree_key, unit_id, registered_by, registered_at)
            values (${uuidV7()}, 'x', 'x', 'x', 'x', ${unitId}, ${person.id}, now())`,
        ),
      );
    expect(await register(person.at)).toBe(1);
    expect(await register(house.unitId('ninhGiang'))).toBe(0);
    expect(await register(null)).toBe(0);
  });

  it('neither moves a device of theirs nor says that it was wiped, nor that it was not', async () => {
    const { deviceId } = owner;
    const change = (set: SQL) =>
      as(owner, (tx) => reachesRows(tx, sql`update device set ${set} where id = ${deviceId}`));
    expect(await change(sql`label = 'y'`)).toBe(1);
    expect(await change(sql`unit_id = ${house.unitId('ninhGiang')}`)).toBe(0);
    expect(await change(sql`wiped_at = now()`)).toBe(0);
    await register.sql`update device set wiped_at = now() where id = ${deviceId}`;
    expect(await change(sql`wiped_at = null`)).toBe(0);
    await register.sql`update device set wiped_at = null where id = ${deviceId}`;
  });

  it('reports no wipe in the place of the device, nor makes another order of it', async () => {
    const change = (set: SQL) =>
      house.look('administrator', (tx) =>
        reachesRows(tx, sql`update device_wipe set ${set} where device_id = ${owner.deviceId}`),
      );
    expect(await change(sql`cancelled_at = now()`)).toBe(1);
    for (const set of [
      sql`wiped_at = now()`,
      sql`report = '{}'`,
      sql`fetched_at = now()`,
      sql`reason = 'y'`,
      sql`device_id = ${others[0]?.deviceId}`,
    ])
      expect(await change(set)).toBe(0);
  });

  it('ends a role and makes no other one of it, nor a longer one of somebody who works elsewhere', async () => {
    const away = await settlePerson(register, 'noi-khac', house.unitId('ninhGiang'), [
      ['inspector', house.unitId('coLe')],
    ]);
    const mine = await settlePerson(register, 'quan-tri-xa', house.unitId('coLe'), [
      ['administrator', house.unitId('coLe')],
    ]);
    const change = (who: SettledPerson, set: SQL) =>
      as(mine, (tx) => reachesRows(tx, sql`update role_grant set ${set} where id = ${who.grants[0]?.id}`));
    for (const who of [away, mine]) {
      expect(await change(who, sql`valid_until = '2026-12-31'`)).toBe(1);
      for (const set of [
        sql`account_id = ${owner.id}`,
        sql`role = 'agency-head'`,
        sql`valid_from = '2019-01-01'`,
      ])
        expect(await change(who, set)).toBe(0);
    }
    expect(await change(owner, sql`valid_from = '2019-01-01'`)).toBe(1);
    const longer = sql`valid_until = '2027-12-31'`;
    await register.sql`update role_grant set valid_until = '2026-12-31' where account_id in (${away.id}, ${mine.id}, ${owner.id})`;
    expect(await Promise.all([away, mine, owner].map((who) => change(who, longer)))).toEqual([0, 0, 1]);
  });
});
