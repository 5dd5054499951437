import { type House, password } from '@kycuong/api/testing/house.ts';
import { holiday } from '@kycuong/db/schema/calendar.ts';
import { personHeader } from '@kycuong/domain/access/person-header.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHostedHouse } from '../testing/hosted-house.ts';

let house: House;
let app: FastifyInstance;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ house, app, close } = await openHostedHouse());
});
afterAll(() => close());

async function signIn(username: string) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/trpc/access.signIn',
    headers: { host: 'localhost' },
    payload: { username, password },
  });
  return answer.cookies.find(({ name }) => name === 'kycuong_session')?.value ?? '';
}

const day = (date: string) => ({
  id: uuidV7(),
  payload: { date, kind: 'off', nameVi: 'Nghỉ', source: 'Công điện', mark: 'P' },
});

it('takes nothing from a page that was opened for another person than who is signed in by now', async () => {
  const cookies = { kycuong_session: await signIn('office') };
  const call = (method: 'GET' | 'POST', url: string, owner: string, payload?: object) =>
    app.inject({
      method,
      url,
      cookies,
      headers: { host: 'localhost', [personHeader]: owner },
      ...(payload && { payload }),
    });
  const office = house.accountId('office');
  const other = house.accountId('administrator');
  const signedOut = { error: { data: { problem: { key: 'access.not-signed-in' } } } };

  const refused = await call('POST', '/api/trpc/calendar.setHoliday', other, day('2026-12-10'));
  expect([refused.statusCode, refused.json()]).toMatchObject([401, signedOut]);
  for (const [method, url] of [
    ['GET', '/api/trpc/planning.listRounds?input=%7B%7D'],
    ['POST', '/api/import/units'],
    ['GET', `/api/evidence/${uuidV7()}`],
  ] as const)
    expect([url, (await call(method, url, other)).statusCode]).toEqual([url, 401]);
  expect((await call('GET', '/api/trpc/access.session', other)).json()).toMatchObject({
    result: { data: { account: null } },
  });

  const taken = await call('POST', '/api/trpc/calendar.setHoliday', office, day('2026-12-11'));
  expect(taken.statusCode).toBe(200);
  const days = await house.look('office', (tx) => tx.select({ date: holiday.date }).from(holiday));
  expect(days).toEqual([{ date: '2026-12-11' }]);
});
