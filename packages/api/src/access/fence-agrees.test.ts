import { type Action, can } from '@kycuong/domain/access/permission.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister, type Register } from '../testing/more-people.ts';
import { reachesRows } from '../testing/reaches-rows.ts';
import { type SettledPerson, settlePerson } from '../testing/settle-person.ts';
import { enter } from '../transaction.ts';
import { loadAccount } from './load-account.ts';
import { coveredByAll, reachOf } from './reach.ts';

let house: House;
let register: Register;
beforeAll(async () => {
  house = await openHouse();
  register = await openRegister(house);
});
afterAll(async () => {
  await register.close();
  await house.close();
});

type Held = Parameters<typeof settlePerson>[3];
const settle = (name: string, at: string | null, held: Held) => settlePerson(register, name, at, held);

async function places() {
  const province = house.unitId('ninhBinh');
  const under = (name: string, more: object = {}) =>
    register.addUnit({ name, kind: 'xa', level: 'commune', parentId: province, ...more });
  const gone = await under('Xã Đã Gộp', { until: '2026-10-31' });
  return {
    ...{ province, coLe: house.unitId('coLe'), ninhGiang: house.unitId('ninhGiang'), gone },
    heir: await under('Xã Mới Lập', { from: '2026-11-01', predecessors: [gone] }),
    abroad: await register.addUnit({ name: 'Tỉnh Bạn', kind: 'tinh', level: 'province', parentId: null }),
  };
}

async function populate() {
  const { province, coLe, ninhGiang, gone, heir, abroad } = await places();
  const over = (...units: (string | null)[]): Held => units.map((unit) => ['administrator', unit]);
  const actors: Record<string, [string | null, Held]> = {
    ofAll: [province, over(null)],
    ofBothProvinces: [province, over(province, abroad)],
    ofProvince: [province, over(province)],
    ofAbroad: [abroad, over(abroad)],
    ofCoLe: [coLe, over(coLe)],
    ofTwoCommunes: [coLe, over(coLe, ninhGiang)],
    ofHeirAndCoLe: [heir, over(heir, coLe)],
    ofNinhGiangAndHead: [coLe, [...over(ninhGiang), ['agency-head', coLe]]],
    leads: [province, [['leadership', province]]],
    office: [province, [['programme-office', province]]],
    heads: [coLe, [['agency-head', coLe]]],
    holdsNothing: [coLe, []],
  };
  const targets: Record<string, [string | null, Held]> = {
    atCoLe: [coLe, []],
    headAtCoLe: [coLe, [['agency-head', coLe]]],
    atCoLeHeadOfNinhGiang: [coLe, [['agency-head', ninhGiang]]],
    atCoLeHeadOfHeir: [coLe, [['agency-head', heir]]],
    atGone: [gone, []],
    atNinhGiangInspects: [ninhGiang, [['inspector', province]]],
    atCoLeAndAbroad: [coLe, [['inspector', abroad]]],
    administersCoLe: [coLe, over(coLe)],
    administersAll: [coLe, over(null)],
    nowhere: [null, []],
  };
  const people = new Map<string, SettledPerson>();
  for (const [name, [at, held]] of Object.entries({ ...actors, ...targets }))
    people.set(name, await settle(`nguoi-${name.toLowerCase()}`, at, held));
  const inTeam = await settle('doanvien', coLe, []);
  await register.sql`insert into round_member (round_id, account_id, role, lead_unit_id, assigned_at)
    values (${uuidV7()}, ${inTeam.id}, 'member', ${house.unitId('soNoiVu')}, now())`;
  people.set('atCoLeInTeam', inTeam);
  return { people, actors: Object.keys(actors), units: { province, coLe, ninhGiang, heir, abroad } };
}

describe('the two fences around accounts', () => {
  it('say the same of everybody who acts, everybody acted upon and everything done to them', async () => {
    const { people, actors, units } = await populate();
    const wrong: string[] = [];
    let asked = 0;
    for (const actorName of actors) {
      const me = people.get(actorName);
      if (me === undefined) throw new Error(actorName);
      await house.ground.database.transaction(async (tx) => {
        const now = house.ground.now();
        const actor = await enter(tx, { kind: 'person', accountId: me.id }, now);
        const oversees = await reachOf(tx, actor, 'administrator');
        for (const [targetName, target] of people) {
          const { id, at, deviceId } = target;
          const own = id === me.id;
          if (!own && actors.includes(targetName)) continue;
          const { resource } = await loadAccount({ tx, now }, id);
          const may = (action: Action, all = resource) => can(actor, action, all);
          const over = async (...all: (string | null)[]) => ({ coveredBy: await coveredByAll(tx, all) });
          const hold = async (what: string, expected: boolean, statement: SQL) => {
            asked += 1;
            const is = (await reachesRows(tx, statement)) > 0;
            if (is !== expected) wrong.push(`${actorName} ${what} of ${targetName}: ${is}, not ${expected}`);
          };
          const drop = (table: string) => sql`delete from ${sql.identifier(table)} where account_id = ${id}`;

          await hold(
            'renames',
            may('access.change-account'),
            sql`update account set full_name = 'x' where id = ${id}`,
          );
          await hold('deletes account', false, sql`delete from account where id = ${id}`);
          for (const [name, unit] of Object.entries({ ...units, nowhere: null })) {
            const both = (await over(unit)).coveredBy.filter((one) => resource.coveredBy.includes(one));
            const there = { coveredBy: both.length > 0 ? both : (await over(null)).coveredBy };
            await hold(
              `moves to ${name}`,
              may('access.change-account', there),
              sql`update account set unit_id = ${unit} where id = ${id}`,
            );
            await hold(
              `gives a role over ${name}`,
              !own && may('access.begin-role', await over(at, unit)),
              sql`insert into role_grant (id, account_id, role, unit_id, valid_from)
                values (${uuidV7()}, ${id}, 'administrator', ${unit}, '2026-12-01')`,
            );
          }
          for (const grant of target.grants) {
            const ends = may('access.end-role', await over(grant.unitId));
            await hold(
              'ends role',
              ends,
              sql`update role_grant set valid_until = '2026-12-31' where id = ${grant.id}`,
            );
            await hold('drops role', ends, sql`delete from role_grant where id = ${grant.id}`);
          }

          // A password of others is set by `give_password` alone: its row does not show.
          await hold('reads password', own, sql`select from credential where account_id = ${id}`);
          await hold(
            'sets password',
            own,
            sql`update credential set password_hash = 'y' where account_id = ${id}`,
          );
          await hold('deletes password', false, drop('credential'));

          await hold('reads sessions', own, sql`select from session where account_id = ${id}`);
          await hold(
            'prolongs session',
            false,
            sql`update session set ends_at = now() where account_id = ${id}`,
          );
          await hold('ends own sessions', own, drop('session'));
          await hold(
            'opens session',
            false,
            sql`insert into session (id, account_id, expires_at, ends_at) values ('x', ${id}, now(), now())`,
          );
          await hold('looks at sessions', oversees(at), sql`select from sessions_of(${id})`);
          await hold(
            'ends sessions',
            may('access.end-sessions'),
            sql`select from end_sessions_of(${id}) as ended where ended is not null`,
          );
          await hold(
            'gives a password',
            may('access.reset-password'),
            sql`select give_password(${id}, 'y', now(), now())`,
          );

          for (const table of ['second_factor', 'recovery_code']) {
            const removes = own || may('access.remove-second-factor');
            const name = sql.identifier(table);
            await hold(
              `reads ${table}`,
              own || oversees(at),
              sql`select from ${name} where account_id = ${id}`,
            );
            await hold(
              `changes ${table}`,
              own,
              sql`update ${name} set account_id = ${id} where account_id = ${id}`,
            );
            await hold(`takes off ${table}`, removes, drop(table));
          }
          await hold(
            'gives recovery code',
            own,
            sql`insert into recovery_code (hash, account_id) values ('x', ${id})`,
          );

          await hold('renames device', own, sql`update device set label = 'y' where id = ${deviceId}`);
          await hold('deletes device', false, sql`delete from device where id = ${deviceId}`);
          await hold(
            'orders a wipe',
            may('device.order-wipe', await over(at)),
            sql`insert into device_wipe (id, device_id, ordered_by, ordered_at, reason)
              values (${uuidV7()}, ${deviceId}, ${me.id}, now(), 'x')`,
          );
          await hold(
            'gives a device voice',
            own,
            sql`update device_account set silenced_at = null where account_id = ${id}`,
          );
        }
      });
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(4000);
  });
});
