import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPerson } from '@kycuong/api/testing/add-person.ts';
import { type House, openHouse, password } from '@kycuong/api/testing/house.ts';
import { secondFactor, signInThrottle } from '@kycuong/db/schema/access.ts';
import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import { recoveryCodeCount } from '@kycuong/domain/access/second-factor.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHost } from '../host.ts';
import { openFactorKey } from '../secrets/factor-key.ts';
import { createApi } from './api.ts';

let house: House;
let folder = '';
let app: FastifyInstance;
let strict: FastifyInstance;
beforeAll(async () => {
  house = await openHouse();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-brake-'));
  const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
  const keys = { factor: await openFactorKey(folder) };
  const open = (bounds = {}) =>
    buildHost({
      connection: house.connection,
      listening,
      api: createApi(house.connection, false, folder, keys, bounds),
    });
  app = await open();
  strict = await open({ secondFactor: 'administrators' });
});
afterAll(async () => {
  await app.close();
  await strict.close();
  await house.close();
  await rm(folder, { recursive: true });
});

const sent = (payload: object, id = uuidV7()) => ({ id, payload });
async function post(host: FastifyInstance, procedure: string, payload: object, session = '') {
  const answer = await host.inject({
    method: 'POST',
    url: `/api/trpc/${procedure}`,
    headers: { host: 'localhost' },
    cookies: { kycuong_session: session },
    payload,
  });
  const cookie = answer.cookies.find(({ name }) => name === 'kycuong_session')?.value;
  return { status: answer.statusCode, body: answer.body, session: cookie ?? session, cookie };
}
async function signIn(host: FastifyInstance, username: string) {
  const { session } = await post(host, 'access.signIn', { username, password });
  return session;
}

function factor() {
  const secret = new Secret({ size: 20 });
  const recoveryCodes = Array.from({ length: recoveryCodeCount }, generatePaperCode);
  const code = new TOTP({ secret }).generate();
  return { current: password, secret: secret.base32, code, recoveryCodes };
}

/** How many of sixteen guesses were judged, with a call of another kind after each four. */
async function judged(guess: () => Promise<number>, between: () => Promise<unknown>) {
  let count = 0;
  for (let turn = 0; turn < 4; turn += 1) {
    for (let again = 0; again < 4; again += 1) if ((await guess()) !== 429) count += 1;
    await between();
  }
  return count;
}
/** Five at once, and one more after 2, 4 and 8 seconds on a slow machine. */
const afterWaiting = 9;
const failuresOf = async (key: string) => {
  const rows = await house.ground.database.transaction(async (tx) => {
    await tx.execute(sql`select set_config('kycuong.door', 'sign-in', true)`);
    return tx.select().from(signInThrottle).where(eq(signInThrottle.key, key));
  });
  return rows[0]?.failures ?? 0;
};

describe('the brake on guesses of an open session’s password', () => {
  const next = 'qua-mit-huong-rung-71';
  const wrong = () => sent({ current: 'doan-mo', next });

  it('is not loosened by a call that no schema lets through', async () => {
    await addPerson(house, 'sai.luoc.do', 'inspector', 'ninhBinh');
    const session = await signIn(app, 'sai.luoc.do');
    const guess = async () => (await post(app, 'access.changePassword', wrong(), session)).status;
    const invalid = () => post(app, 'access.changePassword', sent({ current: 'x', next: 'y' }), session);
    expect(await judged(guess, invalid)).toBeLessThan(afterWaiting);
  });

  it('nor by an old command sent again', async () => {
    await addPerson(house, 'phat.lai.lenh', 'inspector', 'ninhBinh');
    const session = await signIn(app, 'phat.lai.lenh');
    const old = sent({ current: password, next: 'ngan' });
    await post(app, 'access.changePassword', old, session);
    const applied = sent(factor());
    expect((await post(app, 'access.enrolSecondFactor', applied, session)).status).toBe(200);
    const guess = async () => (await post(app, 'access.changePassword', wrong(), session)).status;
    const replay = async () => {
      await post(app, 'access.changePassword', old, session);
      await post(app, 'access.enrolSecondFactor', applied, session);
    };
    expect(await judged(guess, replay)).toBeLessThan(afterWaiting);
  });

  it('is not tightened by what was no guess, and begins anew after a right one', async () => {
    const { accountId } = await addPerson(house, 'go.dung', 'inspector', 'ninhBinh');
    const session = await signIn(app, 'go.dung');
    for (let again = 0; again < 8; again += 1) {
      const answer = await post(app, 'access.changePassword', sent({ current: 'x', next: 'y' }), session);
      expect(answer.status).toBe(400);
    }
    expect(await failuresOf(`current:${accountId}`)).toBe(0);
    await post(app, 'access.changePassword', wrong(), session);
    await post(app, 'access.changePassword', sent({ current: 'x', next: 'y' }), session);
    expect(await failuresOf(`current:${accountId}`)).toBe(1);
    await post(app, 'access.changePassword', sent({ current: password, next: password }), session);
    expect(await failuresOf(`current:${accountId}`)).toBe(0);
  });

  it('holds for codes by a counter of their own, for who knows the password', async () => {
    const { accountId } = await addPerson(house, 'biet.mat.khau', 'inspector', 'ninhBinh');
    const session = await signIn(app, 'biet.mat.khau');
    await post(app, 'access.enrolSecondFactor', sent(factor()), session);
    const guess = async () => {
      const command = sent({ current: password, code: '00000a' });
      return (await post(app, 'access.dropSecondFactor', command, session)).status;
    };
    const rightPassword = () =>
      post(app, 'access.changePassword', sent({ current: password, next: password }), session);
    expect(await judged(guess, rightPassword)).toBeLessThan(afterWaiting);
    expect(await failuresOf(`code:${accountId}`)).toBeGreaterThan(4);
    expect(await failuresOf(`current:${accountId}`)).toBe(0);
  });

  it('counts no code where the password was wrong already', async () => {
    const { accountId } = await addPerson(house, 'sai.ca.hai', 'inspector', 'ninhBinh');
    const session = await signIn(app, 'sai.ca.hai');
    await post(app, 'access.enrolSecondFactor', sent(factor()), session);
    await post(app, 'access.dropSecondFactor', sent({ current: 'doan-mo', code: '000000' }), session);
    expect(await failuresOf(`code:${accountId}`)).toBe(0);
    expect(await failuresOf(`current:${accountId}`)).toBe(1);
  });
});

it('an old enrolment sent again opens no session', async () => {
  const { accountId } = await addPerson(house, 'qt.phat.lai', 'administrator', 'coLe');
  const open = await signIn(app, 'qt.phat.lai');
  const mine = factor();
  const enrolment = sent(mine);
  expect((await post(app, 'access.enrolSecondFactor', enrolment, open)).status).toBe(200);
  const drop = sent({ current: password, code: mine.recoveryCodes[0] });
  expect((await post(app, 'access.dropSecondFactor', drop, open)).status).toBe(200);
  const half = await signIn(strict, 'qt.phat.lai');
  const garbage = sent({ ...factor(), current: 'khong-biet', code: '000000' }, enrolment.id);
  const replayed = await post(strict, 'access.enrolSecondFactor', garbage, half);
  expect(replayed.cookie).toBeUndefined();
  const accounts = await strict.inject({
    url: '/api/trpc/access.accounts?input=%7B%7D',
    headers: { host: 'localhost' },
    cookies: { kycuong_session: half },
  });
  expect(accounts.statusCode).toBe(403);
  const rows = await house.lookAsSystem((tx) =>
    tx.select().from(secondFactor).where(eq(secondFactor.accountId, accountId)),
  );
  expect(rows).toEqual([]);
});
