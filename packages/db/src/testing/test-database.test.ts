import { expect, test } from 'vitest';
import { createTestDatabase } from './test-database.ts';

test('each database is its own, with the app signed in as a role without power', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await one.owner.sql`create table only_here (id int)`;
  expect(await other.owner.sql`select to_regclass('only_here') as found`).toEqual([{ found: null }]);
  const role = await one.app.sql`select rolsuper, rolbypassrls from pg_roles where rolname = current_user`;
  expect(role).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  await Promise.all([one.drop(), other.drop()]);
});
