import { tmpdir } from 'node:os';
import { createSession } from '@kycuong/api/access/create-session.ts';
import { registerDevice } from '@kycuong/api/device/register.ts';
import { type House, openHouse } from '@kycuong/api/testing/house.ts';
import { makeTestDevice } from '@kycuong/api/testing/test-device.ts';
import { makeOrderKey } from '@kycuong/api/testing/test-order-key.ts';
import { device, deviceWipe } from '@kycuong/db/schema/device.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHost } from '../host.ts';
import { createApi } from './api.ts';

const tablet = makeTestDevice();
const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
let house: House;
let app: FastifyInstance;
let cookie: string;

beforeAll(async () => {
  house = await openHouse();
  const api = createApi(house.connection, false, tmpdir(), { order: makeOrderKey() });
  app = await buildHost({ connection: house.connection, listening, api });
  await house.run('inspector', registerDevice, tablet.registration(house.accountId('inspector')));
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

const signedHeader = (path: string, method = 'GET', body = '') => ({
  'kycuong-device': tablet.contact({ method, path, body, unixMs: Date.now() }),
});
const askSession = async (headers: Record<string, string>) => {
  const answer = await app.inject({ url: '/api/trpc/access.session', headers });
  expect(answer.statusCode).toBe(200);
  return answer.json().result.data;
};

describe('a signed contact over HTTP', () => {
  it('is told its order, with or without a session; an unsigned or badly signed one is told nothing', async () => {
    const orderId = uuidV7();
    await house.look('administrator', (tx) =>
      tx.insert(deviceWipe).values({
        id: orderId,
        deviceId: tablet.id,
        orderedBy: house.accountId('administrator'),
        orderedAt: house.ground.now(),
        reason: 'Mất máy',
      }),
    );
    const path = '/api/trpc/access.session';
    expect(await askSession(signedHeader(path))).toMatchObject({
      account: null,
      device: { order: { orderId, deviceId: tablet.id } },
    });
    const session = { cookie: `kycuong_session=${cookie}` };
    expect(await askSession({ ...signedHeader(path), ...session })).toMatchObject({
      account: { fullName: 'Bùi Thị Kiểm' },
      device: { order: { orderId } },
    });
    expect(await askSession(session)).toMatchObject({ account: { fullName: 'Bùi Thị Kiểm' }, device: null });
    expect(await askSession({ ...signedHeader('/api/trpc/sync.pull'), ...session })).toMatchObject({
      account: { fullName: 'Bùi Thị Kiểm' },
      device: null,
    });
  });

  it('keeps what the device tells of itself along with a pull, by signature alone', async () => {
    const contact = {
      deviceTime: new Date().toISOString(),
      appVersion: '0.1.0',
      ...{ storageKept: true, freeBytes: 1, unsentRecords: 7, unsentPhotos: 0 },
    };
    const path = `/api/trpc/sync.pull?input=${encodeURIComponent(JSON.stringify({ cursor: null, contact }))}`;
    const headers = { cookie: `kycuong_session=${cookie}` };
    const told = async () =>
      (await house.lookAsSystem((tx) => tx.select().from(device).where(eq(device.id, tablet.id))))[0];
    expect((await app.inject({ url: path, headers })).statusCode).toBe(200);
    expect((await told())?.unsentRecords).toBeNull();
    const signed = { ...headers, ...signedHeader(path) };
    expect((await app.inject({ url: path, headers: signed })).statusCode).toBe(200);
    expect((await told())?.unsentRecords).toBe(7);
  });

  it('covers the body of a command, and ends the session with the report of a wipe', async () => {
    const path = '/api/trpc/device.reportWipe';
    const [order] = await house.lookAsSystem((tx) => tx.select().from(deviceWipe));
    const counts = { records: 0, photos: 0 };
    const handedIn = { ...counts, sealedFiles: 0 };
    const payload = { orderId: order?.id, handedIn, destroyed: { ...counts, drafts: 0, keys: 1 } };
    const body = JSON.stringify({ id: uuidV7(), payload });
    const headers = { 'content-type': 'application/json', cookie: `kycuong_session=${cookie}` };
    const post = (signed: Record<string, string>, sent = body) =>
      app.inject({ method: 'POST', url: path, headers: { ...headers, ...signed }, payload: sent });
    expect((await post({})).statusCode).toBe(401);
    const altered = body.replace('"keys":1', '"keys":2');
    expect((await post(signedHeader(path, 'POST', body), altered)).statusCode).toBe(401);
    expect((await askSession({ cookie: headers.cookie })).account).not.toBeNull();
    const taken = await post(signedHeader(path, 'POST', body));
    expect(JSON.parse(taken.json().result.data)).toMatchObject({ status: 'applied' });
    expect((await askSession({ cookie: headers.cookie })).account).toBeNull();
  });
});
