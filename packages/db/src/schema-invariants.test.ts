import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiledFunctions } from './compiled-functions.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the second fence', () => {
  it('stands around every table', async () => {
    const tables = await database.owner.sql`select from pg_tables where schemaname = 'public'`;
    const open = await database.owner.sql`
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = c.oid))`;
    expect(tables.length).toBeGreaterThan(25);
    expect(open).toEqual([]);
  });

  it('is kept by a role that owns nothing and can bypass nothing', async () => {
    const [role] = await database.app.sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) as owned,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships
      from pg_roles r where rolname = current_user`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
      memberships: 0,
    });
  });

  it('shows nothing to a transaction that nobody has entered', async () => {
    expect(await database.app.sql`select id from feed_generation`).toHaveLength(0);
    const entered = await database.app.sql.begin(async (tx) => {
      await tx`select set_config('kycuong.door', 'system', true)`;
      return tx`select id from feed_generation`;
    });
    expect(entered).toHaveLength(1);
  });

  it('lets nothing be written by a transaction that nobody has entered', async () => {
    const id = randomUUID();
    const written = database.app.sql`
      insert into unit (id, identity_id, code, name, kind, level, valid_from)
      values (${id}, ${id}, '1', 'x', 'commune', 'commune', '2020-01-01')`;
    await expect(written).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the tables', () => {
  it('have an index that begins with each foreign key', async () => {
    const bare = await database.owner.sql`
      select conrelid::regclass::text as table, a.attname as column
      from pg_constraint f
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      where f.contype = 'f' and f.connamespace = 'public'::regnamespace
        and not exists (
          select from pg_index i where i.indrelid = f.conrelid and i.indkey[0] = f.conkey[1])`;
    expect(bare).toEqual([]);
  });

  it.each([
    ['trail_entry', 'actor_name'],
    ['trail_seal', 'hash'],
    ['field_command', 'id'],
    ['finding_revision', 'id'],
    ['command_receipt', 'id'],
  ])('keep %s insert-only, even for the owner', async (table, column) => {
    const { sql } = database.owner;
    for (const change of [
      sql`update ${sql(table)} set ${sql(column)} = null`,
      sql`delete from ${sql(table)}`,
    ])
      await expect(change).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the functions', () => {
  it('that change what the planner may do switch compiling off', async () => {
    expect(await compiledFunctions(database.owner.sql)).toEqual([]);
  });

  it.each([
    ['language plpgsql set enable_seqscan = off as $$ begin end $$', 'by itself'],
    ["language plpgsql as $$ begin perform set_config('enable_sort', 'off', true); end $$", 'as it runs'],
  ])('are found when a new one forgets it: %s', async (body) => {
    const { sql } = database.owner;
    await sql.unsafe(`create function forgetful() returns void ${body}`);
    expect(await compiledFunctions(sql)).toEqual(['forgetful()']);
    await sql`alter function forgetful() set jit = off`;
    expect(await compiledFunctions(sql)).toEqual([]);
    await sql`drop function forgetful()`;
  });
});
