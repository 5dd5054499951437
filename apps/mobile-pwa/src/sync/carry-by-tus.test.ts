import { newPathLimit } from '@kycuong/domain/network/path-limit.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asked, type Reply, scriptedRequest } from '../testing/scripted-request.ts';
import { carryByTus } from './carry-by-tus.ts';
import { ServerFailure } from './server-failure.ts';
import type { Upload } from './store.ts';
import type { Carry } from './uploader.ts';

// Node gets another half of the library than the tablet.
vi.mock('tus-js-client', () => {
  vi.stubGlobal('window', globalThis);
  return vi.importActual('tus-js-client/lib.esm/browser/index.js');
});

const kilobyte = 1024;
const stallMs = 45_000;
const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json; charset=utf-8' };
const tus = { 'tus-resumable': '1.0.0' };
const page = '<html><body>Wi-Fi</body></html>';
const door = (key: string) => JSON.stringify({ error: { code: 'x', key, message: 'x' } });

let asked: Asked[];
let carry: Carry;
let reply: (request: Asked) => Reply;
beforeEach(() => {
  asked = [];
  carry = carryByTus({ headers: async () => ({}) }, newPathLimit());
  vi.stubGlobal(
    'XMLHttpRequest',
    scriptedRequest(asked, (request) => reply(request)),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const upload: Upload = {
  evidenceId: 'e',
  commandId: 'c',
  author: 'a',
  visitId: 'v',
  sha256: '',
  size: 0,
  address: null,
  sentBytes: 0,
  sending: 1,
  receivedAt: null,
  failures: 0,
  notBefore: 0,
  trouble: null,
};
const nowhere = { address: () => undefined, sent: () => undefined };
const carried = (bytes: number, of: Partial<Upload> = {}) =>
  carry({ ...upload, ...of }, new Blob([new Uint8Array(bytes)]), nowhere);

async function failure(ending: Promise<void>): Promise<ServerFailure> {
  const said = await ending.catch((error: unknown) => error);
  if (!(said instanceof ServerFailure)) throw new Error(`no failure: ${String(said)}`);
  return said;
}

async function underWay(): Promise<void> {
  while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
}

/** Takes all that comes, as our server does. */
const taking = ({ method, bytes, headers }: Asked): Reply => {
  const offset = String(Number(headers.get('upload-offset')) + bytes);
  const answer = { ...tus, 'upload-offset': offset };
  return method === 'POST'
    ? { status: 201, headers: { ...answer, location: '/api/evidence/upload/e' } }
    : { status: 204, headers: answer };
};

describe('what is answered to a photo', () => {
  it.each([
    ['a portal with 200', { status: 200, headers: html, body: page }, 'portal'],
    ['a portal with 511', { status: 511, headers: html, body: page }, 'portal'],
    ['a filter with 403', { status: 403, headers: html, body: page }, 'portal'],
    ['a page with 404', { status: 404, headers: html, body: page }, 'portal'],
    ['a page with 409', { status: 409, headers: html, body: page }, 'portal'],
    ['a page with 410', { status: 410, headers: html, body: page }, 'portal'],
    ['JSON of another', { status: 200, headers: json, body: '{}' }, 'portal'],
    ['an empty 204', { status: 204 }, 'portal'],
    ['a proxy that asks for a password', { status: 401, headers: html, body: page }, 'proxy'],
    ['a proxy with 407', { status: 407, headers: html, body: page }, 'proxy'],
    ['a hop with 413', { status: 413, headers: html, body: page }, 'too-large'],
    ['a hop with 502', { status: 502, headers: html, body: page }, 'gateway'],
    ['a hop with 504', { status: 504 }, 'gateway'],
    ['our door with 401', { status: 401, headers: json, body: door('access.not-signed-in') }, 'signed-out'],
    ['our door with 404', { status: 404, headers: json, body: door('record.not-found') }, 'server'],
    ['our door with 429', { status: 429, headers: json, body: door('usage.day-full') }, 'busy'],
    ['other bytes than the ticket says', { status: 460, headers: json, body: door('evidence.x') }, 'server'],
    ['our upload with 409', { status: 409, headers: tus, body: 'offset' }, 'server'],
    ['our upload with 423', { status: 423, headers: tus, body: 'locked' }, 'server'],
  ])('%s', async (_, answer, trouble) => {
    reply = () => answer;
    expect((await failure(carried(kilobyte))).trouble).toBe(trouble);
  });

  it('is waited for as long as whoever answered asks', async () => {
    reply = () => ({ status: 503, headers: { ...html, 'retry-after': '90' }, body: page });
    expect((await failure(carried(kilobyte))).retryAfterMs).toBe(90_000);
  });

  it('is kept apart from an address that a portal says is nowhere', async () => {
    reply = () => ({ status: 404, headers: html, body: page });
    const said = await failure(carried(kilobyte, { address: '/api/evidence/upload/e' }));
    expect([said.trouble, ...asked.map(({ method }) => method)]).toEqual(['portal', 'HEAD', 'POST']);
  });
});

describe('a photo to which nothing is answered', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  it('is given up once nothing moved for 45 seconds, and let go of', async () => {
    reply = () => null;
    const ending = failure(carried(kilobyte));
    await underWay();
    await vi.advanceTimersByTimeAsync(stallMs - 1);
    expect(asked[0]?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await ending).trouble).toBe('network');
    expect(asked[0]?.aborted).toBe(true);
  });

  it('is given up too where it is asked how far it got', async () => {
    reply = () => null;
    const ending = failure(carried(kilobyte, { address: '/api/evidence/upload/e' }));
    await underWay();
    await vi.advanceTimersByTimeAsync(stallMs);
    expect([(await ending).trouble, asked[0]?.method]).toEqual(['network', 'HEAD']);
  });

  it('goes on as long as its bytes move, however slowly', async () => {
    reply = () => null;
    const ending = failure(carried(100 * kilobyte));
    await underWay();
    for (let minute = 1; minute <= 10; minute += 1) {
      await vi.advanceTimersByTimeAsync(stallMs - 1);
      asked[0]?.progress(minute * kilobyte);
    }
    expect(asked[0]?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(stallMs);
    expect((await ending).trouble).toBe('network');
  });

  it('is tried in smaller pieces afterwards: what the device had handed on may still have been moving', async () => {
    reply = () => null;
    const ending = failure(carried(600 * kilobyte));
    await underWay();
    await vi.advanceTimersByTimeAsync(stallMs);
    await ending;
    reply = taking;
    await carried(600 * kilobyte);
    expect(asked.map(({ bytes }) => bytes / kilobyte)).toEqual([512, 256, 256, 88]);
    // All has come: nothing is left that could give it up.
    expect(vi.getTimerCount()).toBe(0);
  });
});
