import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from './connection.ts';
import { readdress } from './database-address.ts';
import { grantAccess } from './grant-access.ts';
import { prepareDatabase } from './prepare-database.ts';

const name = 'prepared "here"';
const { adminUrl } = inject('testCluster');
const prepared = await prepareDatabase(adminUrl, name, 'secret');
const owner = connect(prepared.migrateUrl, { max: 1 });
const app = connect(prepared.appUrl, { max: 1 });

beforeAll(async () => {
  await owner.sql`create schema drizzle`;
  await owner.sql`create table secret_note (id int primary key, unit text)`;
  await owner.sql`insert into secret_note values (1, 'a'), (2, 'b')`;
  await owner.sql`create policy own on secret_note using (unit = current_setting('app.unit', true))`;
  await grantAccess(owner.sql, `${name}_app`);
});

afterAll(async () => {
  await Promise.all([owner.close(), app.close()]);
  const admin = connect(adminUrl, { max: 1 });
  await admin.sql`drop database ${admin.sql(name)} with (force)`;
  await admin.close();
});

test('repeating it changes nothing', async () => {
  expect(prepared.created).toBe(true);
  expect(await prepareDatabase(adminUrl, name, 'secret')).toEqual({ ...prepared, created: false });
});

test('the app role sees only the rows a policy shows, and cannot get round it', async () => {
  const { sql } = app;
  expect(await sql`select id from secret_note`).toEqual([]);
  await sql.begin(async (tx) => {
    await tx`select set_config('app.unit', 'a', true)`;
    expect(await tx`select id from secret_note`).toEqual([{ id: 1 }]);
  });
  const ways = [
    'set row_security = off; select * from secret_note',
    'alter table secret_note disable row level security',
    'alter table secret_note no force row level security',
    'create policy all_of_it on secret_note using (true)',
    'drop table secret_note',
    'truncate secret_note',
    `set role "prepared ""here""_owner"`,
    'set role kycuong_admin',
    'alter role current_user bypassrls',
    'create role helper superuser',
    'create table public.mine (id int)',
    'create schema mine',
    'create temporary table mine (id int)',
    "copy (select 1) to program 'true'",
  ];
  for (const way of ways) {
    await expect(sql.unsafe(way), way).rejects.toMatchObject({ code: '42501' });
    await sql.unsafe('reset all; reset role');
  }
});

test('the app role owns nothing', async () => {
  const owned = await owner.sql`
    select 1 from pg_shdepend d join pg_roles r on r.oid = d.refobjid
    where d.deptype = 'o' and r.rolname = ${`${name}_app`}`;
  expect(owned).toEqual([]);
  const rights = await owner.sql`
    select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = ${`${name}_app`}`;
  expect(rights).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
  ]);
});

test('the policy binds the owner too', async () => {
  expect(await owner.sql`select id from secret_note`).toEqual([]);
});

test('an address without a server is refused with the address and without the password', async () => {
  const nowhere = readdress(adminUrl, { password: 'do-not-show' }).replace(/:\d+\//, ':1/');
  const refusal = await prepareDatabase(nowhere, name, 'secret').catch((error: unknown) => error);
  expect(refusal).toMatchObject({ key: 'system.database-unreachable' });
  expect(JSON.stringify(refusal)).not.toContain('do-not-show');
});
