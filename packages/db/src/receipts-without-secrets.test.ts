import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

const migration = new URL('../migrations/0023_receipts-without-secrets.sql', import.meta.url);
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('clears the old hashes of what held a password, once and for good, and leaves the others', async () => {
  const { app, owner } = database;
  const insert = (action: string) =>
    app.sql.begin(async (tx) => {
      await tx`select set_config('kycuong.door', 'system', true)`;
      await tx`insert into command_receipt (id, action, content_hash, status, receipt, recorded_at)
      values (${randomUUID()}, ${action}, ${`hash of ${action}`}, 'applied', '{}', now())`;
    });
  const withSecrets = ['access.create-account', 'access.change-password', 'access.import-users'];
  for (const action of [...withSecrets, 'calendar.set-year']) await insert(action);
  await owner.sql.begin(async (tx) => {
    for (const statement of (await readFile(migration, 'utf8')).split('--> statement-breakpoint'))
      await tx.unsafe(statement);
  });
  const kept = await app.sql.begin(async (tx) => {
    await tx`select set_config('kycuong.door', 'system', true)`;
    return tx<{ action: string; hash: string }[]>`select action, content_hash as hash from command_receipt`;
  });
  expect(kept).toHaveLength(4);
  for (const { action, hash } of kept)
    expect(hash).toMatch(withSecrets.includes(action) ? /^cleared:[0-9a-f-]{36}$/ : /^hash of calendar/);
  expect(new Set(kept.map(({ hash }) => hash)).size).toBe(4);
  // The fence and the trigger stand again.
  expect(await owner.sql`select id from command_receipt`).toEqual([]);
  await expect(owner.sql`delete from command_receipt`).rejects.toMatchObject({ code: '42501' });
});
