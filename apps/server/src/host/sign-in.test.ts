import { tmpdir } from 'node:os';
import { clearSignIns } from '@kycuong/api/access/clear-sign-ins.ts';
import { atSignIn } from '@kycuong/api/access/sessions.ts';
import { countersOf } from '@kycuong/api/access/throttle.ts';
import { type House, openHouse, type Persona, password } from '@kycuong/api/testing/house.ts';
import { knownBrowser, signInThrottle } from '@kycuong/db/schema/access.ts';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildHost } from '../host.ts';
import { createApi } from './api.ts';

let house: House;
let app: FastifyInstance;

beforeAll(async () => {
  house = await openHouse();
  const { connection } = house;
  app = await buildHost({
    connection,
    listening: { port: 0, host: '127.0.0.1', publicUrl: new URL('https://kycuong.example.vn') },
    api: createApi(connection, true, tmpdir()),
  });
});
beforeEach(() => atSignIn(house.ground.database, (tx) => tx.delete(signInThrottle)));
afterAll(async () => {
  await app.close();
  await house.close();
});

interface Try {
  readonly username?: string;
  readonly secret?: string;
  readonly from?: string;
  readonly browser?: string | undefined;
}

async function tryAs({ username = 'leadership', secret = 'sai', from = '203.0.113.7', browser }: Try) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/trpc/access.signIn',
    headers: { 'x-forwarded-for': from },
    payload: { username, password: secret },
    ...(browser === undefined ? {} : { cookies: { '__Host-kycuong_browser': browser } }),
  });
  const [session, known] = answer.cookies;
  return { status: answer.statusCode, headers: answer.headers, session, known, body: answer.json() };
}
const statuses = (answers: readonly { status: number }[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const times = <Result>(count: number, run: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));
const rowOf = async (key: string) =>
  (
    await atSignIn(house.ground.database, (tx) =>
      tx.select().from(signInThrottle).where(eq(signInThrottle.key, key)),
    )
  )[0];
const put = (rows: (typeof signInThrottle.$inferInsert)[]) =>
  atSignIn(house.ground.database, (tx) => tx.insert(signInThrottle).values(rows));
const wrongFromAddresses = async () =>
  (await atSignIn(house.ground.database, (tx) => tx.select().from(signInThrottle)))
    .filter(({ key }) => key.startsWith('address:'))
    .reduce((sum, { failures }) => sum + failures, 0);
const keysLeft = async () =>
  (await atSignIn(house.ground.database, (tx) => tx.select().from(signInThrottle))).map(({ key }) => key);

describe('guesses', () => {
  it('sent at once, from sixty addresses, are counted one by one: five are judged, each of the others is told when to come again', async () => {
    const answers = await times(60, (index) => tryAs({ from: `198.51.100.${index}` }));
    expect(statuses(answers)).toEqual({ 401: 5, 429: 55 });
    for (const { headers } of answers.filter(({ status }) => status === 429))
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(await rowOf('name:leadership')).toMatchObject({ failures: 5 });
  });

  it('in one request are not taken at all, whatever else is in it', async () => {
    const send = (paths: readonly string[]) =>
      app.inject({
        method: 'POST',
        url: `/api/trpc/${paths.join(',')}?batch=1`,
        payload: Object.fromEntries(paths.map((_, index) => [index, { username: 'leadership', password }])),
      });
    const pair = await send(['access.signIn', 'access.signIn']);
    expect(pair.json()).toMatchObject([
      { error: { data: { problem: { key: 'access.sign-in-alone' } } } },
      { error: { data: { problem: { key: 'access.sign-in-alone' } } } },
    ]);
    expect(pair.cookies).toEqual([]);
    const mixed = await send(['access.signOut', 'access.signIn']);
    expect(mixed.json()[1]).toMatchObject({ error: { data: { problem: { key: 'access.sign-in-alone' } } } });
    const many = await send(Array.from({ length: 340 }, () => 'access.signIn'));
    expect([many.statusCode, many.json()]).toMatchObject([
      400,
      { error: { data: { problem: { key: 'input.too-many-calls', details: { maximum: 20 } } } } },
    ]);
    expect(await rowOf('name:leadership')).toBeUndefined();
    expect((await send(['access.signIn'])).json()).toMatchObject([{ result: {} }]);
  });

  it('of many names at once: sixteen seats an address, the others are refused before anything is read', async () => {
    const answers = await times(120, (index) => tryAs({ username: `khong-co-${index}` }));
    const { 401: judged = 0, 429: refused = 0 } = statuses(answers);
    expect([judged + refused, judged >= 16, refused > 0]).toEqual([120, true, true]);
    for (const { headers, body } of answers.filter(({ status }) => status === 429)) {
      expect(body).toMatchObject({ error: { data: { problem: { key: 'access.too-many-at-once' } } } });
      expect(headers).toMatchObject({ 'retry-after': '2', 'cache-control': 'no-store' });
      expect(headers['content-security-policy']).toContain("default-src 'self'");
    }
    expect((await keysLeft()).filter((key) => key.startsWith('name:'))).toHaveLength(judged);
  });
});

describe('an office behind one address', () => {
  it("is not locked out by one person's errors, nor slowed by many people's sign-ins", async () => {
    for (let index = 0; index < 30; index += 1) await tryAs({ username: 'inspector' });
    expect((await tryAs({ username: 'inspector' })).status).toBe(429);
    const people: Persona[] = ['office', 'leader', 'outsider', 'headCoLe', 'quality'];
    for (const username of people) expect((await tryAs({ username, secret: password })).status).toBe(200);
    expect(await wrongFromAddresses()).toBe(5);
  });

  it('waits at most five minutes once two hundred attempts from it were wrong', async () => {
    const now = Date.now();
    // Two windows: one may end while we look.
    const keys = [now, now + 300_000].map(
      (at) =>
        countersOf({ username: '', address: '203.0.113.7', browser: undefined }, new Date(at)).wide ?? '',
    );
    await put(keys.map((key) => ({ key, failures: 200, lastFailureAt: new Date() })));
    const slowed = await tryAs({ username: 'office', secret: password });
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers['retry-after'])).toBeLessThanOrEqual(300);
    // What was not judged is not counted against the person.
    expect(await rowOf('name:office')).toBeUndefined();
    expect((await tryAs({ username: 'office', secret: password, from: '203.0.113.8' })).status).toBe(200);
  });
});

describe('a browser that signed in before', () => {
  it('lets its owner in while strangers keep the name blocked, and nobody else', async () => {
    const { known } = await tryAs({ secret: password });
    expect(known).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    await times(30, () => tryAs({}));
    expect((await tryAs({ secret: password })).status).toBe(429);
    expect((await tryAs({ secret: password, browser: 'A'.repeat(43) })).status).toBe(429);
    const again = await tryAs({ secret: password, browser: known?.value });
    expect([again.status, again.known?.value]).toEqual([200, known?.value]);
    // It is known for this name only.
    await times(30, () => tryAs({ username: 'office' }));
    const other = await tryAs({ username: 'office', secret: password, browser: known?.value });
    expect(other.status).toBe(429);
  });

  it('has a strict counter of its own: its cookie gives a thief five guesses, as a name does', async () => {
    const { known } = await tryAs({ secret: password });
    const answers = await times(30, () => tryAs({ browser: known?.value }));
    expect(statuses(answers)).toEqual({ 401: 5, 429: 25 });
  });

  it('is told by a cookie of which only the hash is kept; a value that we never gave is replaced', async () => {
    const chosen = 'B'.repeat(43);
    const { known } = await tryAs({ secret: password, browser: chosen });
    expect(known?.value).toMatch(/^[\w-]{43}$/);
    expect(known?.value).not.toBe(chosen);
    const rows = await atSignIn(house.ground.database, (tx) => tx.select().from(knownBrowser));
    expect(JSON.stringify(rows)).not.toContain(known?.value);
  });
});

describe('what is left behind', () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

  it('a clock that was a year ahead locks nobody out', async () => {
    const ahead = inMinutes(365 * 24 * 60);
    await put([{ key: 'name:leadership', failures: 9, blockedUntil: ahead, lastFailureAt: ahead }]);
    expect((await tryAs({ secret: password })).status).toBe(200);
    await put([
      { key: 'name:leadership', failures: 9, blockedUntil: inMinutes(60), lastFailureAt: inMinutes(0) },
    ]);
    const { headers } = await tryAs({ secret: password });
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(15 * 60);
  });

  it('names that nobody has go after an hour, and never fill the table', async () => {
    await put([
      { key: 'name:khong-co-1', failures: 1, lastFailureAt: inMinutes(-61) },
      { key: 'name:leadership', failures: 7, blockedUntil: inMinutes(1), lastFailureAt: inMinutes(-2) },
    ]);
    for (let group = 0; group < 21; group += 1)
      await put(
        Array.from({ length: 1000 }, (_, index) => ({
          key: `name:x${group}-${index}`,
          failures: 1,
          lastFailureAt: inMinutes(0),
        })),
      );
    await clearSignIns({ ...house.ground, now: () => new Date() });
    const left = await keysLeft();
    expect([left.length, left.includes('name:khong-co-1')]).toEqual([20_000, false]);
    expect(left).toContain('name:leadership');
  });
});
