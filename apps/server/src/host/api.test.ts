import { tmpdir } from 'node:os';
import { type House, openHouse, password } from '@kycuong/api/testing/house.ts';
import { connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
import { session } from '@kycuong/db/schema/access.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { buildHost } from '../host.ts';
import { createApi } from './api.ts';
import type { Listening } from './listening.ts';

const listening: Listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
let house: House;
let app: FastifyInstance;

beforeAll(async () => {
  house = await openHouse();
  const { connection } = house;
  app = await buildHost({ connection, listening, api: createApi(connection, false, tmpdir()) });
});
afterAll(async () => {
  await app.close();
  await house.close();
});

async function post(procedure: string, input: unknown, cookies: Record<string, string> = {}) {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/trpc/${procedure}`,
    headers: { host: 'localhost' },
    cookies,
    ...(input === undefined ? {} : { payload: input as object }),
  });
  const { statusCode: status, headers, cookies: given } = answer;
  return { status, headers, given, body: answer.json(), cookie: given[0] };
}
const problemOf = (body: { error: { data: { problem: unknown } } }) => body.error.data.problem;

async function signIn(username: string, secret = password) {
  const { cookie } = await post('access.signIn', { username, password: secret });
  return { kycuong_session: cookie?.value ?? '' };
}

describe('signing in', () => {
  it('gives a cookie that scripts cannot read, and keeps only the hash of its value', async () => {
    const { status, cookie } = await post('access.signIn', { username: 'Office', password });
    expect([status, cookie]).toMatchObject([200, { httpOnly: true, sameSite: 'Lax', path: '/' }]);
    const stored = await house.ground.database.transaction(async (tx) => {
      await tx.execute(sql`select set_config('kycuong.door', 'sign-in', true)`);
      return tx.select().from(session);
    });
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(cookie?.value);
  });

  it('never says which of the two was wrong, and slows guesses down', async () => {
    const wrong = { username: 'leadership', password: 'sai' };
    const unknown = await post('access.signIn', { username: 'khong-co-ai', password: 'sai' });
    const first = await post('access.signIn', wrong);
    expect(first.status).toBe(401);
    expect(problemOf(first.body)).toEqual(problemOf(unknown.body));
    for (let again = 0; again < 5; again += 1) await post('access.signIn', wrong);
    const slowed = await post('access.signIn', { username: 'leadership', password });
    expect(slowed.status).toBe(429);
    expect(problemOf(slowed.body)).toMatchObject({
      key: 'access.throttled',
      details: { seconds: expect.any(Number) },
    });
  });
});

describe('a session', () => {
  it('tells who I am, and ends when I sign out', async () => {
    const fresh = await openSessionAs('headCoLe');
    const me = await app.inject({
      url: '/api/trpc/access.session',
      headers: { host: 'localhost' },
      cookies: fresh,
    });
    expect(me.json().result.data).toMatchObject({
      demo: false,
      account: {
        username: 'headCoLe',
        unit: { name: 'Xã Cổ Lễ' },
        grants: [{ role: 'agency-head', unitName: 'Xã Cổ Lễ' }],
      },
    });
    const out = await post('access.signOut', {}, fresh);
    expect(out).toMatchObject({
      status: 200,
      // Never the storage, in which a tablet keeps what it has not sent, and no cookie but the session's.
      headers: { 'clear-site-data': '"cache"', 'cache-control': 'no-store' },
    });
    expect(out.given.map(({ name }) => name)).toEqual(['kycuong_session']);
    const after = await app.inject({
      url: '/api/trpc/access.session',
      headers: { host: 'localhost' },
      cookies: fresh,
    });
    expect(after.json().result.data.account).toBeNull();
  });

  it('is asked for by every command', async () => {
    const { status, body } = await post('access.changePassword', { id: uuidV7(), payload: {} });
    expect([status, problemOf(body)]).toMatchObject([401, { key: 'access.not-signed-in' }]);
  });

  it('takes no forms, which would be read whole whatever their size', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/trpc/access.signIn',
      headers: { host: 'localhost', 'content-type': 'multipart/form-data; boundary=x' },
      payload: `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${'y'.repeat(2_000_000)}\r\n--x--`,
    });
    expect([answer.statusCode, answer.json().error.key]).toEqual([400, 'input.wrong-format']);
  });

  it('is refused beyond its share of calls, with the time to come again', async () => {
    const cookies = await openSessionAs('inspector');
    const calls = ['access.session', ...Array.from({ length: 19 }, () => 'access.noSuchThing')].join(',');
    const ask = () =>
      app.inject({
        url: `/api/trpc/${calls}?batch=1&input=${encodeURIComponent('{}')}`,
        headers: { host: 'localhost' },
        cookies,
      });
    for (let turn = 0; turn < 150; turn += 1) await ask();
    const over = await ask();
    expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
    expect(problemOf(over.json()[0])).toMatchObject({ key: 'system.too-many-requests' });
  });

  it('does not turn bad input into a failure of ours', async () => {
    const cookies = await openSessionAs('headNinhGiang');
    const bad = [
      { id: 'x', payload: {} },
      { id: uuidV7(), payload: { current: 1, next: null } },
      { id: uuidV7() },
      [],
      { id: uuidV7(), payload: { current: '\u0000', next: 'x'.repeat(300) } },
    ];
    for (const input of bad) {
      const { status, body } = await post('access.changePassword', input, cookies);
      expect([status, problemOf(body)]).toMatchObject([400, { code: 'invalid' }]);
    }
    expect((await post('access.noSuchThing', {}, cookies)).status).toBe(404);
    const broken = await app.inject({
      method: 'POST',
      url: '/api/trpc/access.changePassword',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      cookies,
      payload: '{"id":',
    });
    expect(broken.statusCode).toBe(400);
  });
});

async function openSessionAs(username: string) {
  // The throttle counts by address as well: forget what the tests above did to it.
  await house.ground.database.transaction(async (tx) => {
    await tx.execute(sql`select set_config('kycuong.door', 'sign-in', true)`);
    await tx.execute(sql`delete from sign_in_throttle`);
  });
  return signIn(username);
}

it('what is logged of a failure names the fault of the statement and none of its values', async () => {
  const [named] = await house.connection.sql`select current_database() as name`;
  const address = readdress(inject('testCluster').adminUrl, { database: String(named?.name) });
  const admin = connect(address, { max: 1 });
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const cookies = await signIn('administrator');
    await admin.sql`alter table credential rename column changed_at to moved`;
    const unitId = house.unitId('coLe');
    const grants = [{ role: 'inspector', unitId, validFrom: '2025-07-01', validUntil: null }];
    const person = { accountId: uuidV7(), username: 'that-bai', fullName: 'Người Mới', email: null };
    const payload = { ...person, unitId, grants, password: 'qua-mit-huong-rung-71' };
    const { status } = await post('access.createAccount', { id: uuidV7(), payload }, cookies);
    const logged = JSON.stringify(log.mock.calls);
    expect([status, logged]).toEqual([500, expect.stringContaining('changed_at')]);
    for (const value of ['$argon2', payload.password, person.accountId]) expect(logged).not.toContain(value);
  } finally {
    log.mockRestore();
    await admin.sql`alter table credential rename column moved to changed_at`;
    await admin.close();
  }
});
