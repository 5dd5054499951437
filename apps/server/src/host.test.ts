import { createServer } from 'node:http';
import { createTestDatabase } from '@kycuong/db/testing/test-database.ts';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Listening } from './host/listening.ts';
import { buildHost, listen } from './host.ts';

const database = await createTestDatabase();
const local: Listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
const behindProxy: Listening = { port: 0, host: '0.0.0.0', publicUrl: new URL('https://kycuong.example.vn') };

async function host(listening: Listening) {
  return await buildHost({
    connection: database.app,
    listening,
    api: async (scope) => {
      scope.post('/echo', async (request) => request.body);
      scope.get('/address', async (request) => ({ address: request.ip }));
      scope.get('/broken', async () => {
        throw new Error('select * from secret');
      });
      scope.get('/fails/:code', async ({ params }) => {
        const { code } = z.parse(z.object({ code: z.string() }), params);
        throw Object.assign(new Error('write'), { code });
      });
    },
  });
}
const app = await host(local);
const publicApp = await host(behindProxy);
const own = { host: 'localhost:3000' };

afterAll(async () => {
  await Promise.all([app.close(), publicApp.close()]);
  await database.drop();
});

test('is healthy while the database answers', async () => {
  const answer = await app.inject({ url: '/health', headers: own });
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
});

test('no inline script may run, and no other site may frame us', async () => {
  const policy = String(
    (await app.inject({ url: '/health', headers: own })).headers['content-security-policy'],
  );
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('upgrade-insecure-requests');
  const outside = await publicApp.inject({ url: '/health' });
  expect(outside.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
});

test('other sites may read nothing, and every answer says what it is written in', async () => {
  const headers = { ...own, origin: 'https://evil.example' };
  const answer = await app.inject({ url: '/health', headers });
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
});

describe('writes of another site are refused', () => {
  const send = (headers: Record<string, string>, target = app) =>
    target.inject({ method: 'POST', url: '/api/echo', payload: { a: 1 }, headers });

  test.each([
    [200, { ...own, origin: 'http://localhost:3000' }],
    [200, { ...own, 'sec-fetch-site': 'same-origin' }],
    [200, own],
    [403, { ...own, origin: 'http://localhost:4000' }],
    [403, { ...own, origin: 'https://evil.example' }],
    [403, { ...own, origin: 'null' }],
    [403, { ...own, 'sec-fetch-site': 'cross-site' }],
    [403, { host: 'evil.example', origin: 'http://evil.example' }],
  ])('%i for %j', async (status, headers) => {
    expect((await send(headers)).statusCode).toBe(status);
  });

  test('behind a proxy the public address counts', async () => {
    const headers = { host: '10.0.0.5:3000' };
    const good = await send({ ...headers, origin: 'https://kycuong.example.vn' }, publicApp);
    const bad = await send({ ...headers, origin: 'http://10.0.0.5:3000' }, publicApp);
    expect([good.statusCode, bad.statusCode]).toEqual([200, 403]);
  });
});

test.each([
  ['ENOSPC', 'system.disk-full'],
  ['53100', 'system.disk-full'],
  ['ECONNREFUSED', 'system.database-away'],
])('%s is told as what passes, with 503', async (code, key) => {
  const answer = await app.inject({ url: `/api/fails/${code}`, headers: own });
  expect([answer.statusCode, answer.json().error]).toMatchObject([503, { code: 'unavailable', key }]);
});

test('a body over one megabyte and a failure of ours say nothing of the inside', async () => {
  const large = await app.inject({
    method: 'POST',
    url: '/api/echo',
    headers: own,
    payload: { text: 'x'.repeat(1_100_000) },
  });
  expect([large.statusCode, large.json().error.key]).toEqual([413, 'input.too-large']);
  const broken = await app.inject({ url: '/api/broken', headers: own });
  expect([broken.statusCode, broken.json().error.key]).toEqual([500, 'system.unexpected']);
  expect(broken.body).not.toContain('secret');
});

describe("a proxy's word about the caller", () => {
  const addressAt = async (target: typeof app, said: string, remoteAddress = '127.0.0.1') => {
    const headers = { ...own, 'x-forwarded-for': said };
    return (await target.inject({ url: '/api/address', headers, remoteAddress })).json().address;
  };

  test('counts only with a public address', async () => {
    expect(await addressAt(app, '203.0.113.9')).toBe('127.0.0.1');
    expect(await addressAt(publicApp, '203.0.113.9')).toBe('203.0.113.9');
  });

  test('ends where the proxy is: a caller in a private network says nothing about himself', async () => {
    const said = Array.from({ length: 8 }, (_, index) => `203.0.113.${index}, 10.1.2.3`);
    const seen = await Promise.all(said.map((one) => addressAt(publicApp, one)));
    expect(new Set(seen)).toEqual(new Set(['10.1.2.3']));
    for (const caller of ['10.1.2.3', '192.168.4.5', '172.16.9.9', '169.254.1.1'])
      expect(await addressAt(publicApp, '203.0.113.9', caller)).toBe(caller);
  });

  test('is believed from the addresses that were set, and from no other', async () => {
    const behind = await host({ ...behindProxy, proxies: ['10.0.0.5', '192.168.7.0/24'] });
    expect(await addressAt(behind, '203.0.113.9', '10.0.0.5')).toBe('203.0.113.9');
    expect(await addressAt(behind, '203.0.113.9, 10.1.2.3', '192.168.7.20')).toBe('10.1.2.3');
    for (const caller of ['127.0.0.1', '10.0.0.6'])
      expect(await addressAt(behind, '203.0.113.9', caller)).toBe(caller);
    await behind.close();
  });
});

test('what the API answers is kept nowhere, and no page of ours is framed', async () => {
  const { headers } = await app.inject({ url: '/api/address', headers: own });
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
});

test('an unknown address of the API is no screen', async () => {
  const answer = await app.inject({ url: '/api/nothing', headers: { ...own, accept: 'text/html' } });
  expect([answer.statusCode, answer.json().error.key]).toEqual([404, 'record.not-found']);
  expect((await app.inject({ url: '/field', headers: own })).headers.location).toBe('/field/');
});

test('beyond loopback only with a public https address', async () => {
  await expect(host({ ...local, host: '0.0.0.0' })).rejects.toMatchObject({
    key: 'system.public-url-needed',
  });
});

test('a port in use is told in one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const second = await host(local);
  await expect(listen(second, { ...local, port })).rejects.toMatchObject({ key: 'system.port-in-use' });
  await second.close();
  await new Promise((resolve) => other.close(resolve));
});
