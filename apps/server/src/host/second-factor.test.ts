import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endUnproven } from '@kycuong/api/access/end-unproven.ts';
import type { FactorKey } from '@kycuong/api/access/factor-key.ts';
import type { InstallationKeys } from '@kycuong/api/installation-keys.ts';
import { appRouter } from '@kycuong/api/router.ts';
import { addPerson } from '@kycuong/api/testing/add-person.ts';
import { type House, openHouse, password } from '@kycuong/api/testing/house.ts';
import { recoveryCode, secondFactor, securityEvent } from '@kycuong/db/schema/access.ts';
import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import { recoveryCodeCount } from '@kycuong/domain/access/second-factor.ts';
import { addDays, dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { AnyRouter } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHost } from '../host.ts';
import { openFactorKey } from '../secrets/factor-key.ts';
import { createApi } from './api.ts';

let house: House;
let folder = '';
let own: FactorKey;
/** Where nobody must have a second factor, and where administrators must. */
let free: FastifyInstance;
let strict: FastifyInstance;
beforeAll(async () => {
  house = await openHouse();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-factor-'));
  own = await openFactorKey(folder);
  free = await open();
  strict = await open({ secondFactor: 'administrators' });
});
afterAll(async () => {
  await free.close();
  await strict.close();
  await house.close();
  await rm(folder, { recursive: true });
});

const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
const open = (bounds = {}, keys: InstallationKeys = { factor: own }) =>
  buildHost({
    connection: house.connection,
    listening,
    api: createApi(house.connection, false, folder, keys, bounds),
  });

type Cookies = Record<string, string>;
async function call(
  app: FastifyInstance,
  method: 'GET' | 'POST',
  url: string,
  cookies: Cookies,
  payload?: object,
) {
  const sent = payload === undefined ? {} : { payload };
  const answer = await app.inject({ method, url, headers: { host: 'localhost' }, cookies, ...sent });
  const body: unknown = answer.headers['content-type']?.startsWith('application/json') ? answer.json() : null;
  const cookie = answer.cookies.find(({ name }) => name === 'kycuong_session')?.value;
  return { status: answer.statusCode, body, cookies: cookie ? { kycuong_session: cookie } : cookies };
}
const post = (app: FastifyInstance, procedure: string, input: object, cookies: Cookies = {}) =>
  call(app, 'POST', `/api/trpc/${procedure}`, cookies, input);
const signIn = (app: FastifyInstance, username: string, secret = password) =>
  post(app, 'access.signIn', { username, password: secret });
const whoAmI = async (app: FastifyInstance, cookies: Cookies) =>
  (await call(app, 'GET', '/api/trpc/access.session', cookies)).body;
const problem = (key: string) => ({ error: { data: { problem: { key } } } });
const sent = (payload: object) => ({ id: uuidV7(), payload });

function makeFactor() {
  const secret = new Secret({ size: 20 });
  const totp = new TOTP({ secret });
  const recoveryCodes = Array.from({ length: recoveryCodeCount }, generatePaperCode);
  return {
    recoveryCodes,
    secret: secret.base32,
    /** The code of the step so many after the present one. */
    code: (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 }),
  };
}
type Factor = ReturnType<typeof makeFactor>;
const enrolment = ({ secret, code, recoveryCodes }: Factor, change = {}) =>
  sent({ current: password, secret, code: code(), recoveryCodes, ...change });

describe('a second factor', () => {
  it('is enrolled with password and code, and keeps its secrets out of the database', async () => {
    await addPerson(house, 'hai.buoc', 'inspector', 'ninhBinh');
    const factor = makeFactor();
    const nobody = await post(free, 'access.enrolSecondFactor', enrolment(factor));
    expect(nobody.status).toBe(401);
    const { cookies } = await signIn(free, 'hai.buoc');
    for (const [change, key] of [
      [{ current: 'sai-mat-khau' }, 'access.wrong-current-password'],
      [{ code: '000000' }, 'access.wrong-code'],
      [{ secret: 'abc' }, 'input.wrong-format'],
      [{ recoveryCodes: ['tu-nghi-ra'] }, 'input.wrong-format'],
    ] as const) {
      const refused = await post(free, 'access.enrolSecondFactor', enrolment(factor, change), cookies);
      expect([key, refused.body]).toMatchObject([key, problem(key)]);
    }
    const command = enrolment(factor);
    expect((await post(free, 'access.enrolSecondFactor', command, cookies)).status).toBe(200);
    expect((await post(free, 'access.enrolSecondFactor', command, cookies)).status).toBe(200);
    const again = await post(free, 'access.enrolSecondFactor', enrolment(makeFactor()), cookies);
    expect(again.body).toMatchObject(problem('access.factor-enrolled'));
    const [rows, codes] = await house.lookAsSystem(async (tx) => [
      await tx.select().from(secondFactor),
      await tx.select().from(recoveryCode),
    ]);
    expect(rows).toHaveLength(1);
    expect(codes).toHaveLength(recoveryCodeCount);
    const kept = JSON.stringify([rows, codes]);
    for (const secret of [factor.secret, ...factor.recoveryCodes]) expect(kept).not.toContain(secret);
    expect((await stat(join(folder, 'factor-key'))).mode & 0o077).toBe(0);
  });

  it('is asked for after the password, and nothing is open before it', async () => {
    await addPerson(house, 'co.buoc.hai', 'inspector', 'ninhBinh');
    const factor = makeFactor();
    const { cookies } = await signIn(free, 'co.buoc.hai');
    await post(free, 'access.enrolSecondFactor', enrolment(factor), cookies);

    const first = await signIn(free, 'co.buoc.hai');
    expect(first.body).toMatchObject({ result: { data: { codeToEnter: true, passwordToSet: false } } });
    expect(await whoAmI(free, first.cookies)).toMatchObject({
      result: { data: { account: null, codeToEnter: true } },
    });
    const router: AnyRouter = appRouter;
    const anybodys = [
      'access.session',
      'access.signIn',
      'access.signOut',
      'access.enterCode',
      'device.reportWipe',
    ];
    const procedures = Object.entries<{ _def: { type: string } }>(router._def.procedures);
    for (const [path, { _def }] of procedures.filter(([name]) => !anybodys.includes(name))) {
      const method = _def.type === 'query' ? 'GET' : 'POST';
      const payload = method === 'GET' ? undefined : sent({});
      const answer = await call(free, method, `/api/trpc/${path}`, first.cookies, payload);
      expect([path, answer.status, answer.body]).toMatchObject([path, 403, problem('access.code-to-enter')]);
    }
    for (const [method, url] of [
      ['GET', `/api/evidence/${uuidV7()}`],
      ['POST', '/api/import/units'],
      ['POST', '/api/evidence/upload'],
    ] as const)
      expect([url, (await call(free, method, url, first.cookies)).status]).not.toMatchObject([url, 200]);

    const wrong = await post(free, 'access.enterCode', { code: '000000' }, first.cookies);
    expect(wrong.body).toMatchObject(problem('access.wrong-code'));
    const code = factor.code(1);
    const entered = await post(
      free,
      'access.enterCode',
      { code: `${code.slice(0, 3)} ${code.slice(3)}` },
      first.cookies,
    );
    expect(entered.status).toBe(200);
    expect(await whoAmI(free, entered.cookies)).toMatchObject({
      result: { data: { account: { username: 'co.buoc.hai' } } },
    });
    expect(await whoAmI(free, first.cookies)).toMatchObject({
      result: { data: { account: null, codeToEnter: false } },
    });
  });

  it('takes a code once, however often it is sent at once, and a recovery code once', async () => {
    await addPerson(house, 'phat.lai', 'inspector', 'ninhBinh');
    const factor = makeFactor();
    const { cookies } = await signIn(free, 'phat.lai');
    const used = factor.code();
    await post(free, 'access.enrolSecondFactor', enrolment(factor, { code: used }), cookies);
    // The step by which it was enrolled is used, and somebody else's paper opens nothing.
    await addPerson(house, 'nguoi.khac', 'inspector', 'ninhBinh');
    const others = makeFactor();
    const { cookies: theirs } = await signIn(free, 'nguoi.khac');
    await post(free, 'access.enrolSecondFactor', enrolment(others), theirs);
    for (const code of [used, others.recoveryCodes[0] ?? '']) {
      const pending = await signIn(free, 'phat.lai');
      expect((await post(free, 'access.enterCode', { code }, pending.cookies)).status).toBe(401);
    }
    for (const code of [factor.code(1), factor.recoveryCodes[3] ?? '']) {
      const pending = await Promise.all([1, 2, 3].map(() => signIn(free, 'phat.lai')));
      const answers = await Promise.all(
        pending.map((one) => post(free, 'access.enterCode', { code: code.toUpperCase() }, one.cookies)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    }
    const { cookies: mine } = await signIn(free, 'phat.lai');
    const entered = await post(free, 'access.enterCode', { code: factor.recoveryCodes[4] }, mine);
    const left = await call(free, 'GET', '/api/trpc/access.secondFactor?input=%7B%7D', entered.cookies);
    expect(left.body).toMatchObject({ result: { data: { recoveryCodes: recoveryCodeCount - 2 } } });
  });

  it('slows wrong codes down by account, whatever session they come from', async () => {
    await addPerson(house, 'bi.doan', 'inspector', 'ninhBinh');
    const { cookies } = await signIn(free, 'bi.doan');
    await post(free, 'access.enrolSecondFactor', enrolment(makeFactor()), cookies);
    const statuses: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      const { cookies: pending } = await signIn(free, 'bi.doan');
      statuses.push((await post(free, 'access.enterCode', { code: '123456' }, pending)).status);
    }
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(statuses).toContain(429);
  });

  it('is taken off by its person with password and code, and by an administrator who reaches them', async () => {
    const { accountId } = await addPerson(house, 'mat.may', 'agency-head', 'coLe');
    const factor = makeFactor();
    const { cookies } = await signIn(free, 'mat.may');
    await post(free, 'access.enrolSecondFactor', enrolment(factor), cookies);
    const without = await post(
      free,
      'access.dropSecondFactor',
      sent({ current: password, code: '000000' }),
      cookies,
    );
    expect(without.body).toMatchObject(problem('access.wrong-code'));
    const own = sent({ current: password, code: factor.recoveryCodes[0] });
    expect((await post(free, 'access.dropSecondFactor', own, cookies)).status).toBe(200);
    await post(free, 'access.enrolSecondFactor', enrolment(makeFactor()), cookies);

    await addPerson(house, 'qt.ninhgiang', 'administrator', 'ninhGiang');
    const elsewhere = await signIn(free, 'qt.ninhgiang');
    const remove = () => sent({ accountId, reason: 'Mất điện thoại' });
    const refused = await post(free, 'access.removeSecondFactor', remove(), elsewhere.cookies);
    expect(refused.status).toBe(403);
    const administrator = await signIn(free, 'administrator');
    expect((await post(free, 'access.removeSecondFactor', remove(), administrator.cookies)).status).toBe(200);
    expect(await whoAmI(free, cookies)).toMatchObject({ result: { data: { account: null } } });
    const none = await post(free, 'access.removeSecondFactor', remove(), administrator.cookies);
    expect(none.body).toMatchObject(problem('access.no-factor'));
    const plain = await signIn(free, 'mat.may');
    expect(plain.body).toMatchObject({ result: { data: { codeToEnter: false } } });
  });

  it('cannot be read with another key or for another account; recovery codes still can', async () => {
    const other = await openFactorKey(join(folder, 'other'));
    await addPerson(house, 'khoa.khac', 'inspector', 'ninhBinh');
    const factor = makeFactor();
    const { cookies } = await signIn(free, 'khoa.khac');
    await post(free, 'access.enrolSecondFactor', enrolment(factor), cookies);
    const restored = await open({}, { factor: other });
    const pending = await signIn(restored, 'khoa.khac');
    const byApp = await post(restored, 'access.enterCode', { code: factor.code(1) }, pending.cookies);
    expect(byApp.body).toMatchObject(problem('access.wrong-code'));
    const code = factor.recoveryCodes[0];
    const byPaper = await post(restored, 'access.enterCode', { code }, pending.cookies);
    expect(byPaper.status).toBe(200);
    await restored.close();

    const [one, two] = [uuidV7(), uuidV7()];
    const sealed = own.seal(one, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(own.open(one, sealed)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect([own.open(two, sealed), other.open(one, sealed), own.open(one, 'abc')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('where administrators must have a second factor', () => {
  it('an administrator without one can enrol and do nothing else', async () => {
    await addPerson(house, 'qt.moi', 'administrator', 'coLe');
    const plain = await signIn(strict, 'headCoLe');
    expect(plain.body).toMatchObject({ result: { data: { factorToEnrol: false } } });
    const first = await signIn(strict, 'qt.moi');
    expect(first.body).toMatchObject({ result: { data: { factorToEnrol: true } } });
    expect(await whoAmI(strict, first.cookies)).toMatchObject({
      result: { data: { account: null, factorToEnrol: true } },
    });
    for (const path of ['access.accounts?input=%7B%7D', 'notice.myWork?input=%7B%7D']) {
      const answer = await call(strict, 'GET', `/api/trpc/${path}`, first.cookies);
      expect(answer.body).toMatchObject(problem('access.factor-to-enrol'));
    }
    const factor = makeFactor();
    const enrolled = await post(strict, 'access.enrolSecondFactor', enrolment(factor), first.cookies);
    expect(enrolled.status).toBe(200);
    expect(await whoAmI(strict, enrolled.cookies)).toMatchObject({
      result: { data: { account: { username: 'qt.moi' } } },
    });
    expect((await signIn(strict, 'qt.moi')).body).toMatchObject({ result: { data: { codeToEnter: true } } });
  });

  it('stands in the security log with one sign-in, and with what was turned on from where', async () => {
    const { accountId } = await addPerson(house, 'qt.mot.lan', 'administrator', 'coLe');
    const { cookies } = await signIn(strict, 'qt.mot.lan');
    await post(strict, 'access.enrolSecondFactor', enrolment(makeFactor()), cookies);
    const events = await house.lookAsSystem((tx) =>
      tx.select().from(securityEvent).where(eq(securityEvent.accountId, accountId)).orderBy(securityEvent.id),
    );
    expect(events).toMatchObject([
      { kind: 'sign-in', address: '127.0.0.1' },
      { kind: 'second-factor-on', address: '127.0.0.1' },
    ]);
  });

  it('who becomes an administrator today is signed out at once, who will be later is not', async () => {
    const { accountId } = await addPerson(house, 'len.quan.tri', 'inspector', 'ninhBinh');
    const { cookies } = await signIn(free, 'len.quan.tri');
    const administrator = await signIn(strict, 'administrator');
    const factor = makeFactor();
    const { cookies: open } = await post(
      strict,
      'access.enrolSecondFactor',
      enrolment(factor),
      administrator.cookies,
    );
    const today = dateInVietnam(new Date());
    const from = (validFrom: PlainDate, validUntil: PlainDate | null) => {
      const grant = { role: 'administrator', unitId: house.unitId('coLe'), validFrom, validUntil };
      return sent({ grantId: uuidV7(), accountId, grant });
    };
    const later = from(addDays(today, 10), null);
    expect((await post(strict, 'access.beginRole', later, open)).status).toBe(200);
    expect(await whoAmI(strict, cookies)).toMatchObject({
      result: { data: { account: { username: 'len.quan.tri' } } },
    });
    const now = from(today, addDays(today, 5));
    expect((await post(strict, 'access.beginRole', now, open)).status).toBe(200);
    expect(await whoAmI(strict, cookies)).toMatchObject({ result: { data: { account: null } } });
    expect(await whoAmI(strict, open)).toMatchObject({
      result: { data: { account: { username: 'administrator' } } },
    });
  });

  it('open sessions of administrators without one end by themselves, others stay', async () => {
    await addPerson(house, 'qt.cu', 'administrator', 'coLe');
    const before = await signIn(free, 'qt.cu');
    const plain = await signIn(free, 'headNinhGiang');
    await endUnproven(house.ground.database, new Date(), undefined);
    expect(await whoAmI(free, before.cookies)).toMatchObject({
      result: { data: { account: { username: 'qt.cu' } } },
    });
    await endUnproven(house.ground.database, new Date(), 'administrators');
    expect(await whoAmI(free, before.cookies)).toMatchObject({ result: { data: { account: null } } });
    expect(await whoAmI(free, plain.cookies)).toMatchObject({
      result: { data: { account: { username: 'headNinhGiang' } } },
    });
  });
});
