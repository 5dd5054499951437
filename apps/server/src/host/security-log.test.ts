import { changePassword } from '@kycuong/api/access/change-password.ts';
import { clearSecurity } from '@kycuong/api/access/clear-security.ts';
import { listSecurityEvents } from '@kycuong/api/access/list-security-events.ts';
import { lockAccount } from '@kycuong/api/access/lock-account.ts';
import { noteSecurity } from '@kycuong/api/access/note-security.ts';
import { resetPassword } from '@kycuong/api/access/reset-password.ts';
import { unlockAccount } from '@kycuong/api/access/unlock-account.ts';
import { addPerson } from '@kycuong/api/testing/add-person.ts';
import { type House, type Persona, password } from '@kycuong/api/testing/house.ts';
import { securityEvent } from '@kycuong/db/schema/access.ts';
import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { asc } from 'drizzle-orm';
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

const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Safari/537.36';
async function call(method: 'GET' | 'POST', procedure: string, payload?: object, cookie = '') {
  const answer = await app.inject({
    ...{ method, url: `/api/trpc/${procedure}`, headers: { host: 'localhost', 'user-agent': agent } },
    ...{ cookies: { kycuong_session: cookie }, ...(payload && { payload }) },
  });
  const set = answer.cookies.find(({ name }) => name === 'kycuong_session')?.value;
  return { status: answer.statusCode, cookie: set ?? '' };
}
const signIn = (username: string, secret = password) =>
  call('POST', 'access.signIn', { username, password: secret });
const all = () => house.lookAsSystem((tx) => tx.select().from(securityEvent).orderBy(asc(securityEvent.id)));
const kindsOf = async (name: Persona) => {
  const events = (await all()).filter(({ accountId }) => accountId === house.accountId(name));
  return events.map(({ kind, detail }) => (detail === null ? kind : `${kind} ${detail}`));
};

describe('the security log', () => {
  it('tells of a sign-in, a refusal by its procedure and a sign-out, from where and in which session', async () => {
    const { cookie } = await signIn('leader');
    const refused = { id: uuidV7(), payload: { accountId: house.accountId('office'), reason: 'thử' } };
    expect((await call('POST', 'access.lockAccount', refused, cookie)).status).toBe(403);
    await call('POST', 'access.signOut', {}, cookie);
    expect(await kindsOf('leader')).toEqual(['sign-in', 'refused access.lockAccount', 'sign-out']);
    const events = (await all()).filter(({ accountId }) => accountId === house.accountId('leader'));
    for (const event of events) expect(event).toMatchObject({ address: '127.0.0.1', browser: agent });
    expect(new Set(events.map(({ sessionRef }) => sessionRef)).size).toBe(1);
  });

  it('tells of a refused import as of a refused procedure', async () => {
    const { cookie } = await signIn('headNinhGiang');
    const answer = await app.inject({
      ...{ method: 'POST', url: '/api/import/units', cookies: { kycuong_session: cookie } },
      headers: { host: 'localhost', 'content-type': 'text/csv' },
      payload: 'code,name',
    });
    expect(answer.statusCode).toBe(403);
    await expect
      .poll(() => kindsOf('headNinhGiang'))
      .toEqual(['sign-in', expect.stringMatching(/^refused POST \S+/)]);
  });

  it('tells why a sign-in failed, and nothing of what was typed', async () => {
    const typed = 'toi-go-nham-mat-khau-vao-day';
    await signIn(typed, 'x');
    await signIn('outsider', 'sai-mat-khau-bi-mat');
    for (let again = 0; again < 6; again += 1) await signIn('outsider', 'sai-mat-khau-bi-mat');
    expect(new Set(await kindsOf('outsider'))).toEqual(
      new Set(['sign-in-failed wrong-password', 'throttled']),
    );
    const nobodys = (await all()).filter(({ accountId }) => accountId === null);
    expect(nobodys).toMatchObject([
      { kind: 'sign-in-failed', detail: 'no-such-account', address: '127.0.0.1' },
    ]);
    expect(JSON.stringify(await all())).not.toMatch(/toi-go-nham|sai-mat-khau/);
  });

  it('tells of wrong and changed passwords, of locks and by whom, whatever way they come about', async () => {
    const { cookie } = await signIn('quality');
    const wrong = { id: uuidV7(), payload: { current: 'khong-phai', next: 'qua-mit-huong-rung-71' } };
    await call('POST', 'access.changePassword', wrong, cookie);
    const right = { current: password, next: 'qua-mit-huong-rung-71' };
    await house.run('quality', changePassword, right);
    const accountId = house.accountId('quality');
    await house.run('administrator', lockAccount, { accountId, reason: 'thử' });
    await signIn('quality', right.next);
    await house.run('administrator', unlockAccount, { accountId, reason: 'thử' });
    expect(await kindsOf('quality')).toEqual([
      ...['sign-in', 'wrong-current-password', 'password-changed', 'account-locked'],
      ...['sign-in-failed account-locked', 'account-unlocked'],
    ]);
    const locks = (await all()).filter(({ kind }) => /^account-/.test(kind));
    for (const lock of locks)
      expect(lock).toMatchObject({ byId: house.accountId('administrator'), at: house.ground.now() });
  });

  it('tells of what was asked for from where, and a reset by a name of its own', async () => {
    const { cookie } = await signIn('administrator');
    const { accountId } = await addPerson(house, 'quen.mat.khau', 'inspector', 'ninhBinh');
    const of = (payload: object) => ({ id: uuidV7(), payload });
    const code = generatePaperCode();
    const reset = of({ accountId, code });
    expect((await call('POST', 'access.resetPassword', reset, cookie)).status).toBe(200);
    expect((await call('POST', 'access.endSessions', of({ accountId }), cookie)).status).toBe(200);
    await signIn('quen.mat.khau', code);
    const next = 'qua-mit-huong-rung-73';
    const limited = await signIn('quen.mat.khau', code);
    await call('POST', 'access.changePassword', of({ current: code, next }), limited.cookie);
    const mine = (await all()).filter((event) => event.accountId === accountId);
    expect(mine.map(({ kind }) => kind)).toEqual([
      ...['password-reset', 'session-ended', 'sign-in', 'sign-in', 'password-changed'],
    ]);
    for (const event of mine) expect(event).toMatchObject({ address: '127.0.0.1', browser: agent });
    const by = house.accountId('administrator');
    expect(mine.map(({ byId }) => byId)).toEqual([by, by, null, null, null]);
  });

  it('tells of a slip that came too late', async () => {
    const { accountId } = await addPerson(house, 'phieu.cu', 'inspector', 'ninhBinh');
    const code = generatePaperCode();
    // The host goes by the machine's clock.
    house.setNow('2020-01-01T00:00:00Z');
    await house.run('administrator', resetPassword, { accountId, code });
    house.setNow('2026-11-23T02:00:00Z');
    await signIn('phieu.cu', code);
    const events = (await all()).filter((event) => event.accountId === accountId);
    expect(events.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['password-reset', null],
      ['sign-in-failed', 'slip-expired'],
    ]);
  });

  it('keeps so many of a kind an hour and says that there were more; nobody fills it', async () => {
    const caller = { ground: house.ground, address: '10.9.9.9' };
    const before = (await all()).length;
    for (let again = 0; again < 40; again += 1)
      await noteSecurity(caller, { kind: 'sign-in-failed', accountId: null, detail: 'no-such-account' });
    const kept = (await all()).slice(before);
    expect(kept).toHaveLength(20);
    expect(kept.filter(({ more }) => more)).toEqual([kept.at(-1)]);
    house.setNow('2026-11-23T03:30:00Z');
    await noteSecurity(caller, { kind: 'sign-in-failed', accountId: null });
    expect((await all()).slice(before)).toHaveLength(21);
    await house.connection.sql`select note_security('sign-in-failed', null, '2026-11-23T03:30:00Z',
      '10.1.' || n / 250 || '.' || n % 250, null, null, null) from generate_series(1, 2500) n`;
    const flooded = (await all()).slice(before + 21);
    expect(flooded.length).toBe(2_000 - 1);
    expect(flooded.filter(({ more }) => more)).toEqual([flooded.at(-1)]);
  });
});

describe('reading it', () => {
  it('is for administrators: of the whole all of it, of a part what concerns its accounts, of others nothing', async () => {
    const { request } = await addPerson(house, 'qt.xa', 'administrator', 'coLe');
    await noteSecurity(
      { ground: house.ground, address: '10.0.0.1' },
      { kind: 'sign-in', accountId: house.accountId('headCoLe') },
    );
    const whole = await house.ask('administrator', listSecurityEvents, {});
    expect(whole.events).toHaveLength(100);
    expect(whole.next).not.toBeNull();
    const { ask } = await import('@kycuong/api/query.ts');
    const part = await ask(listSecurityEvents, request, {});
    expect(part.events).toMatchObject([{ kind: 'sign-in', fullName: 'Đặng Thị Chủ' }]);
    for (const name of ['office', 'leadership', 'headCoLe'] as const)
      await expect(house.ask(name, listSecurityEvents, {})).rejects.toMatchObject({ code: 'forbidden' });
    const seen = await house.look('headCoLe', (tx) => tx.select().from(securityEvent));
    expect(new Set(seen.map(({ accountId }) => accountId))).toEqual(new Set([house.accountId('headCoLe')]));
  });

  it('narrows by account, kind and day', async () => {
    const accountId = house.accountId('quality');
    const { events } = await house.ask('administrator', listSecurityEvents, {
      accountId,
      kind: 'account-locked',
    });
    expect(events).toMatchObject([
      { kind: 'account-locked', byName: 'Đỗ Văn Quản', fullName: 'Hoàng Thị Chất' },
    ]);
    const locked = { accountId, kind: 'account-locked' } as const;
    for (const [days, count] of [
      [{ from: '2026-11-23', until: '2026-11-23' }, 1],
      [{ from: '2026-11-24' }, 0],
      [{ until: '2026-11-22' }, 0],
    ] as const) {
      const narrowed = await house.ask('administrator', listSecurityEvents, { ...locked, ...days });
      expect([days, narrowed.events.length]).toEqual([days, count]);
    }
    const ofOne = await house.ask('administrator', listSecurityEvents, { accountId });
    expect(new Set(ofOne.events.map((event) => event.accountId))).toEqual(new Set([accountId]));
  });

  it('nobody changes it; the system clears what was kept long enough', async () => {
    const remove = house.look('administrator', (tx) => tx.delete(securityEvent).returning());
    expect(await remove).toEqual([]);
    await expect(
      house.lookAsSystem((tx) => tx.update(securityEvent).set({ detail: null })),
    ).rejects.toThrow();
    house.setNow('2028-01-01T00:00:00Z');
    const { ground } = house;
    await noteSecurity({ ground, address: '10.0.0.2' }, { kind: 'sign-in-failed', accountId: null });
    house.setNow('2028-12-30T00:00:00Z');
    await clearSecurity(ground, 365 * 86_400_000);
    expect(await all()).toMatchObject([{ address: '10.0.0.2' }]);
    house.setNow('2029-01-01T00:00:00Z');
    await clearSecurity(ground, 365 * 86_400_000);
    expect(await all()).toEqual([]);
  });
});
