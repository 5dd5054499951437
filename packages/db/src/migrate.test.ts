import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { connect } from './connection.ts';
import { migrate } from './migrate.ts';
import { type PreparedDatabase, prepareDatabase } from './prepare-database.ts';

const name = 'migrated';
const { adminUrl } = inject('testCluster');
const folder = await mkdtemp(join(tmpdir(), 'kycuong-migrations-'));
let address: PreparedDatabase;

async function dropDatabase(): Promise<void> {
  const admin = connect(adminUrl, { max: 1 });
  await admin.sql`drop database if exists ${admin.sql(name)} with (force)`;
  await admin.close();
}

async function asOwner(words: string): Promise<unknown> {
  const owner = connect(address.migrateUrl, { max: 1 });
  return await owner.sql.unsafe(words).finally(owner.close);
}

/** Lays the migrations out as drizzle-kit does. */
async function migrationsAre(...steps: readonly string[]): Promise<void> {
  await mkdir(join(folder, 'meta'), { recursive: true });
  const entries = steps.map((_, idx) => ({
    idx,
    version: '7',
    when: idx + 1,
    tag: `m${idx}`,
    breakpoints: true,
  }));
  await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify({ dialect: 'postgresql', entries }));
  for (const [idx, words] of steps.entries()) await writeFile(join(folder, `m${idx}.sql`), words);
}

const first = 'create table one (id int)';
const second = 'create table two (id int)';
const run = () => migrate(address.migrateUrl, address.appUrl, folder);

beforeEach(async () => {
  await dropDatabase();
  address = await prepareDatabase(adminUrl, name, 'secret');
});

afterAll(async () => {
  await dropDatabase();
  await rm(folder, { recursive: true });
});

test('runs what is missing, once, and forces row security on every table', async () => {
  await migrationsAre(first);
  expect(await run()).toEqual({ applied: 1, total: 1 });
  await migrationsAre(first, second);
  expect(await Promise.all([run(), run()])).toEqual(
    expect.arrayContaining([
      { applied: 1, total: 2 },
      { applied: 0, total: 2 },
    ]),
  );
  expect(
    await asOwner(`select relname from pg_class where relnamespace = 'public'::regnamespace
      and relkind = 'r' and relrowsecurity and relforcerowsecurity order by 1`),
  ).toEqual([{ relname: 'one' }, { relname: 'two' }]);
});

test('a failing migration leaves the database as it was', async () => {
  await migrationsAre(first, 'create table three (id no_such_type)');
  await expect(run()).rejects.toMatchObject({ key: 'system.migration-failed' });
  expect(await asOwner("select 1 from pg_tables where schemaname = 'public'")).toEqual([]);
});

test('a database of a newer version is refused', async () => {
  await migrationsAre(first, second);
  await run();
  await migrationsAre(first);
  await expect(run()).rejects.toMatchObject({ key: 'system.migration-newer' });
});

test('tables without a record, or a record of other migrations, are a half-finished upgrade', async () => {
  await migrationsAre(first);
  await asOwner(first);
  await expect(run()).rejects.toMatchObject({
    key: 'system.migration-half-done',
    details: { reason: 'one' },
  });
  await asOwner('drop table one');
  await run();
  await migrationsAre(second);
  await expect(run()).rejects.toMatchObject({ key: 'system.migration-half-done' });
});
