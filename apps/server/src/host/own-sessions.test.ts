import { createSession } from '@kycuong/api/access/create-session.ts';
import { openSession } from '@kycuong/api/access/open-session.ts';
import { usualLimits } from '@kycuong/api/access/session-times.ts';
import { appRouter } from '@kycuong/api/router.ts';
import { type House, password } from '@kycuong/api/testing/house.ts';
import { makeTestDevice } from '@kycuong/api/testing/test-device.ts';
import { account, session } from '@kycuong/db/schema/access.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { AnyRouter } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHostedHouse } from '../testing/hosted-house.ts';

let house: House;
let app: FastifyInstance;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ house, app, close } = await openHostedHouse());
});
afterAll(() => close());

const hour = 3_600_000;
type Cookies = Record<string, string>;

async function call(method: 'GET' | 'POST', url: string, cookies: Cookies, payload?: object) {
  const sent = payload === undefined ? {} : { payload };
  const answer = await app.inject({ method, url, headers: { host: 'localhost' }, cookies, ...sent });
  const body: unknown = answer.headers['content-type']?.startsWith('application/json') ? answer.json() : null;
  const cookie = answer.cookies.find(({ name }) => name === 'kycuong_session')?.value;
  return { status: answer.statusCode, body, cookie };
}
const post = (procedure: string, input: object, cookies: Cookies = {}) =>
  call('POST', `/api/trpc/${procedure}`, cookies, input);
async function signIn(username: string, secret = password, cookies: Cookies = {}) {
  const { body, cookie = '' } = await post('access.signIn', { username, password: secret }, cookies);
  return { body, cookies: { kycuong_session: cookie } };
}
const whoAmI = async (cookies: Cookies) => (await call('GET', '/api/trpc/access.session', cookies)).body;
const problem = (key: string) => ({ error: { data: { problem: { key } } } });
const sent = (payload: object) => ({ id: uuidV7(), payload });

describe('a first password', () => {
  const given = 'mot-mat-khau-duoc-cap';
  const own = 'qua-mit-huong-rung-71';

  it('opens nothing but the setting of another one, which has to be a good one', async () => {
    const administrator = await signIn('administrator');
    const unitId = house.unitId('coLe');
    const grants = [{ role: 'agency-head', unitId, validFrom: '2025-07-01', validUntil: null }];
    const person = { accountId: uuidV7(), username: 'nguoi.moi', fullName: 'Đỗ Thị Mới', email: null };
    const created = { ...person, unitId, grants, password: given, invented: true, chosen: true };
    await post('access.createAccount', sent(created), administrator.cookies);

    const first = await signIn('nguoi.moi', given);
    expect(first.body).toMatchObject({ result: { data: { passwordToSet: true } } });
    expect(await whoAmI(first.cookies)).toMatchObject({
      result: {
        data: {
          account: null,
          passwordToSet: true,
          passwordOwner: { accountId: person.accountId, username: 'nguoi.moi' },
        },
      },
    });
    const router: AnyRouter = appRouter;
    const open = [
      'access.session',
      'access.signIn',
      'access.signOut',
      'access.changePassword',
      'device.reportWipe',
    ];
    const procedures = Object.entries<{ _def: { type: string } }>(router._def.procedures);
    for (const [path, { _def }] of procedures.filter(([name]) => !open.includes(name))) {
      const method = _def.type === 'query' ? 'GET' : 'POST';
      const payload = method === 'GET' ? undefined : sent({});
      const answer = await call(method, `/api/trpc/${path}`, first.cookies, payload);
      expect([path, answer.status, answer.body]).toMatchObject([
        path,
        403,
        problem('access.password-to-change'),
      ]);
    }
    for (const [method, url] of [
      ['GET', `/api/evidence/${uuidV7()}`],
      ['GET', `/api/conclusions/${uuidV7()}/document`],
      ['POST', '/api/import/units'],
      ['POST', '/api/evidence/upload'],
    ] as const)
      expect([url, (await call(method, url, first.cookies)).status]).not.toMatchObject([url, 200]);

    for (const [next, key] of [
      ['aaaaaaaaaa', 'access.password-pattern'],
      ['dothimoi2026', 'access.password-own-name'],
      ['xacole@2026', 'access.password-own-name'],
      ['matkhau2026', 'access.password-common'],
      [given, 'access.password-unchanged'],
    ]) {
      const refused = await post('access.changePassword', sent({ current: given, next }), first.cookies);
      expect([next, refused.body]).toMatchObject([next, problem(key ?? '')]);
    }
    const changed = await post('access.changePassword', sent({ current: given, next: own }), first.cookies);
    expect(changed.status).toBe(200);
    expect(await whoAmI(first.cookies)).toMatchObject({
      result: { data: { account: null, passwordToSet: false } },
    });
    const second = await signIn('nguoi.moi', own);
    expect(second.body).toMatchObject({ result: { data: { passwordToSet: false } } });
    expect(await whoAmI(second.cookies)).toMatchObject({
      result: { data: { account: { username: 'nguoi.moi' } } },
    });
  });
});

describe('wrong current passwords', () => {
  it('are slowed like a sign-in, and nothing else counts as one', async () => {
    const { cookies } = await signIn('leader');
    const change = (current: string, next = 'qua-mit-huong-rung-71') =>
      post('access.changePassword', sent({ current, next }), cookies);
    for (let again = 0; again < 8; again += 1)
      expect((await change(password, 'aaaaaaaaaa')).body).toMatchObject(problem('access.password-pattern'));
    // Refused before anybody looked at the password: neither counted nor forgiven.
    for (let again = 0; again < 8; again += 1)
      expect((await change('doan-mo', '')).body).toMatchObject(problem('input.too-short'));
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, index) => change(`doan-${index}`)));
    expect(guesses.filter(({ status }) => status === 400)).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(7);
    expect((await change(password)).body).toMatchObject(problem('access.throttled'));
  });
});

describe('a session', () => {
  const opened = (cookies: Cookies, now = new Date()) =>
    openSession(house.ground.database, cookies.kycuong_session, now);

  it('ends at the next sign-in in its browser, whoever it is, and not at one elsewhere', async () => {
    const first = await signIn('office');
    const elsewhere = await signIn('office');
    const next = await signIn('quality', password, first.cookies);
    expect(await opened(first.cookies)).toBeUndefined();
    expect(await opened(elsewhere.cookies)).toBeDefined();
    expect(await opened(next.cookies)).toMatchObject({ accountId: house.accountId('quality') });
  });

  it('is over for good once its account was disabled', async () => {
    const { cookies } = await signIn('headNinhGiang');
    const set = (disabledAt: Date | null) =>
      house.look('administrator', (tx) =>
        tx
          .update(account)
          .set({ disabledAt })
          .where(eq(account.id, house.accountId('headNinhGiang'))),
      );
    await set(new Date());
    await set(null);
    expect(await opened(cookies)).toBeUndefined();
    expect(await opened((await signIn('headNinhGiang')).cookies)).toBeDefined();
  });

  it('ends twelve hours after the sign-in however much it is used; a tablet’s after thirty days', async () => {
    const now = new Date();
    const ground = { ...house.ground, now: () => now };
    const accountId = house.accountId('inspector');
    const { id } = await createSession(ground, { accountId });
    const used = (after: number) => opened({ kycuong_session: id }, new Date(now.getTime() + after));
    for (const hours of [5, 9, 11.9]) expect(await used(hours * hour)).toBeDefined();
    expect(await used(12 * hour)).toBeUndefined();

    const { cookies } = await signIn('inspector');
    const device = makeTestDevice();
    const registered = await post('device.register', sent(device.registration(accountId)), cookies);
    expect(registered.status).toBe(200);
    const lasting = async (days: number) =>
      (await opened(cookies, new Date(Date.now() + days * 24 * hour))) !== undefined;
    for (let day = 0.4; day < 29.9; day += 0.4) expect([day, await lasting(day)]).toEqual([day, true]);
    expect(await lasting(30)).toBe(false);
    const shorter = { ...ground, sessionLimits: { ...usualLimits, consoleMs: hour } };
    const short = await createSession(shorter, { accountId });
    expect(short.expiresAt.getTime() - now.getTime()).toBe(hour);
  });

  it('made by a clock that was ahead is none, and one prolonged by it lasts no longer than any', async () => {
    const accountId = house.accountId('outsider');
    const now = Date.now();
    const ahead = { ...house.ground, now: () => new Date(now + 365 * 24 * hour) };
    const future = await createSession(ahead, { accountId });
    expect(await opened({ kycuong_session: future.id })).toBeUndefined();
    expect(await opened({ kycuong_session: future.id }, ahead.now())).toBeUndefined();

    const { id } = await createSession({ ...house.ground, now: () => new Date(now) }, { accountId });
    const cookies = { kycuong_session: id };
    await house.lookAsSystem(async (tx) => {
      await tx.execute("select set_config('kycuong.door', 'sign-in', true)");
      const far = new Date(now + 20 * hour);
      await tx
        .update(session)
        .set({ expiresAt: far, endsAt: new Date(now + 30 * hour) })
        .where(eq(session.accountId, accountId));
    });
    expect(await opened(cookies)).toMatchObject({ prolongedUntil: expect.any(Date) });
    expect(await opened(cookies, new Date(now + 12.1 * hour))).toBeUndefined();
  });
});
