import { tmpdir } from 'node:os';
import { createSession } from '@kycuong/api/access/create-session.ts';
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
  cookie = (
    await createSession(
      { ...house.ground, now: () => new Date() },
      { accountId: house.accountId('inspector') },
    )
  ).id;
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const timeless = (body: string) => body.replace(/"serverTime":"[^"]+"/, '"serverTime":""');

async function push(address: string, payload: object, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'application/json' };
  const options = { method: 'POST', url: address, headers: { ...type, ...headers } } as const;
  const { statusCode, body } = await app.inject({ ...options, payload: JSON.stringify(payload) });
  return { status: statusCode, body: timeless(body) };
}

describe('the quick way', () => {
  const session = () => ({ cookie: `kycuong_session=${cookie}` });

  it('answers a push byte for byte as tRPC does', async () => {
    const { visitId } = await house.addRound();
    const payload = { visitId: visitId('coLe'), itemCode: 'M01', note: '"Có"\n' };
    const sent = { commands: [house.tablet('inspector').write('answer.set', payload)] };
    const quick = await push('/api/trpc/sync.push', sent, session());
    expect(quick.body).toContain(String.raw`\"status\":\"applied\"`);
    // tRPC is asked past the quick way by an address that this does not know.
    expect(await push('/api/trpc/sync.push?past=1', sent, session())).toEqual(quick);
  });

  it('leaves a push from another site, and one without a session, to those who refuse it', async () => {
    const sent = { commands: [] };
    const foreign = { ...session(), origin: 'https://x.example' };
    expect((await push('/api/trpc/sync.push', sent, foreign)).status).toBe(403);
    expect((await push('/api/trpc/sync.push', sent)).status).toBe(401);
  });
});
