import { tmpdir } from 'node:os';
import { sessions } from '@kycuong/api/access/sessions.ts';
import { type FieldHouse, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHost } from '../host.ts';
import { createApi } from './api.ts';

const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
let house: FieldHouse;
let app: FastifyInstance;
let cookie: string;

beforeAll(async () => {
  house = await openFieldHouse();
  const api = createApi(house.connection, false, tmpdir());
  app = await buildHost({ connection: house.connection, listening, api });
  cookie = (await sessions(house.ground.database).createSession(house.accountId('inspector'), {})).id;
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const timeless = (body: string) => body.replace(/"serverTime":"[^"]+"/, '"serverTime":""');

/** tRPC is asked past the quick way by an address that it does not know. */
async function bothWays(
  ask: (address: (procedure: string) => string) => Parameters<FastifyInstance['inject']>[0],
) {
  const answers = [];
  for (const past of ['', '?past=1']) {
    const answer = await app.inject(ask((procedure) => `/api/trpc/${procedure}${past}`));
    answers.push([answer.statusCode, timeless(answer.body)]);
  }
  return answers;
}

describe('the quick way', () => {
  it('answers a push byte for byte as tRPC does', async () => {
    const { visitId } = await house.addRound();
    const command = house
      .tablet('inspector')
      .write('answer.set', { visitId: visitId('coLe'), itemCode: 'M01', note: '"Có"\n' });
    const [quick, ordinary] = await bothWays((address) => ({
      method: 'POST',
      url: address('sync.push'),
      headers: { 'content-type': 'application/json', cookie: `kycuong_session=${cookie}` },
      payload: JSON.stringify({ commands: [command] }),
    }));
    expect(quick).toEqual(ordinary);
    expect(quick?.[1]).toContain(String.raw`\"status\":\"applied\"`);
  });

  it('leaves a push from another site, and one without a session, to those who refuse it', async () => {
    const push = (headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: '/api/trpc/sync.push', headers, payload: { commands: [] } });
    expect(
      (await push({ cookie: `kycuong_session=${cookie}`, origin: 'https://x.example' })).statusCode,
    ).toBe(403);
    expect((await push({})).statusCode).toBe(401);
  });
});
