import { type Connection, connect } from '@kycuong/db/connection.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '../testing/house.ts';
import { type Ask, fieldTransaction } from './field-transaction.ts';

let house: House;
let only: Connection;
beforeAll(async () => {
  house = await openHouse();
  only = connect(house.appUrl, { name: 'test', max: 1 });
});
afterAll(async () => {
  await only.close();
  await house.close();
});

it.each<[string, (ask: Ask) => Promise<unknown>]>([
  ['PostgreSQL refuses a statement', (ask) => ask('select 1 / 0')],
  ['the driver refuses a value', (ask) => ask('select $1::text', [undefined])],
  ['the driver cannot send a value', (ask) => ask('select $1::text', [Symbol('no text')])],
  [
    'something beside the database fails',
    () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
  ],
])('is rolled back and gives its connection back where %s', async (_, fail) => {
  const failing = fieldTransaction(only.db, async (ask) => {
    await ask(`select set_config('application_name', 'begun', true)`);
    return { result: await fail(ask) };
  });
  await expect(failing).rejects.toThrow();
  const [row] = await fieldTransaction(only.db, async (ask) => ({
    result: await ask<{ name: string }>(`select current_setting('application_name') as name`),
  }));
  expect(row?.name).toBe('test');
});

it('sends nothing through a session that was lost under it and serves another by now', async () => {
  const failing = fieldTransaction(only.db, async (ask) => {
    const [mine] = await ask<{ pid: number }>('select pg_backend_pid() as pid');
    await only.sql`select pg_terminate_backend(${mine?.pid ?? 0})`;
    const name = await fieldTransaction(only.db, async (other) => {
      await other(`select set_config('application_name', 'other', true)`);
      await expect(ask('rollback')).rejects.toThrow('lost');
      const [row] = await other<{ name: string }>(`select current_setting('application_name') as name`);
      return { result: row?.name };
    });
    expect(name).toBe('other');
    return { result: undefined };
  });
  await expect(failing).rejects.toThrow('the session is lost');
});
