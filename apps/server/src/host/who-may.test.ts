import { tmpdir } from 'node:os';
import { createSession } from '@kycuong/api/access/create-session.ts';
import { type State, type Word, words } from '@kycuong/api/testing/rights/people.ts';
import { importId, openWorld, type Thing, type World } from '@kycuong/api/testing/rights/world.ts';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildHost } from '../host.ts';
import { allRoutes } from '../testing/fuzz/targets.ts';
import { createApi } from './api.ts';
import type { Listening } from './listening.ts';

interface Right {
  readonly on: 'itself' | readonly State[];
  readonly who: readonly Word[];
  readonly send: (thing: Thing) => InjectOptions;
}

/** A form that is no form: whoever is let in is told so. */
const list = (name: string, who: Word): Right => ({
  on: 'itself',
  who: [who],
  send: () => ({
    method: 'POST',
    url: `/api/import/${name}`,
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '5' },
    payload: '--x--',
  }),
});
const seesFinding = ['the team', 'leadership over it', 'programme office over it'] as const;
const file = (kind: string, method: 'GET' | 'HEAD' = 'GET'): Right => ({
  on: ['reported', 'ended'],
  who: [...seesFinding, 'head over it, once issued'],
  // Its bytes are not there: whoever may see it is told so.
  send: ({ ids }) => ({ method, url: `/api/evidence/${ids.evidenceId}${kind}` }),
});
const conclusion = (method: 'GET' | 'HEAD'): Right => ({
  on: ['reported', 'ended'],
  who: [
    'the team',
    'leadership over the lead unit',
    'programme office over the lead unit',
    'head over it, once issued',
  ],
  send: ({ ids }) => ({ method, url: `/api/conclusion/${ids.conclusionId}.docx` }),
});
const upload = (method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE'): Right => ({
  on: ['reported'],
  // Its ticket names who attached it.
  who: ['its leader'],
  send: ({ ids }) => ({
    method,
    url: `/api/evidence/upload/${ids.evidenceId}`,
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '11' },
  }),
});

/** Who may reach what by an address of its own, by hand and in words, as `testing/rights/table.ts` says it of procedures. */
const rights: Readonly<Record<string, readonly Right[]>> = {
  'POST /api/import/:list': [
    list('units', 'administrator over the whole'),
    list('lineage', 'administrator over the whole'),
    list('users', 'administrator somewhere'),
  ],
  'GET /api/import-file/:importId': [
    {
      on: 'itself',
      // Of one that somebody else brought.
      who: ['administrator over the whole'],
      send: () => ({ method: 'GET', url: `/api/import-file/${importId}` }),
    },
  ],
  'GET /api/conclusion/:file': [conclusion('GET')],
  'HEAD /api/conclusion/:file': [conclusion('HEAD')],
  'GET /api/evidence/:id': [file('')],
  'HEAD /api/evidence/:id': [file('', 'HEAD')],
  'HEAD /api/evidence/:id/image': [file('/image', 'HEAD')],
  'HEAD /api/evidence/:id/thumbnail': [file('/thumbnail', 'HEAD')],
  'GET /api/evidence/:id/image': [file('/image')],
  'GET /api/evidence/:id/thumbnail': [file('/thumbnail')],
  'POST /api/evidence/upload/:id?': [upload('POST')],
  'HEAD /api/evidence/upload/:id?': [upload('HEAD')],
  'PATCH /api/evidence/upload/:id?': [upload('PATCH')],
  'DELETE /api/evidence/upload/:id?': [upload('DELETE')],
  'POST /api/parcel': [
    {
      on: 'itself',
      who: ['whoever is signed in'],
      send: () => ({
        method: 'POST',
        url: '/api/parcel',
        headers: { 'content-type': 'text/plain' },
        payload: 'x',
      }),
    },
  ],
};

const listening: Listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
let world: World;
let app: FastifyInstance;
const cookies = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld();
  const { connection, ground } = world.house;
  app = await buildHost({ connection, listening, api: createApi(connection, false, tmpdir()) });
  const at = { ...ground, now: () => new Date() };
  for (const { person } of world.persons)
    cookies.set(person.accountId, (await createSession(at, { accountId: person.accountId })).id);
}, 120_000);
afterAll(async () => {
  await app.close();
  await world.close();
});

async function statusOf(
  accountId: string | undefined,
  index: number,
  options: InjectOptions,
): Promise<number> {
  const { statusCode } = await app.inject({
    ...options,
    // Each from an address of its own: nobody is turned away for the number of requests.
    remoteAddress: `10.1.${index}.1`,
    headers: { host: 'localhost', 'sec-fetch-site': 'same-origin', ...options.headers },
    cookies: accountId === undefined ? {} : { kycuong_session: cookies.get(accountId) ?? '' },
  });
  return statusCode;
}

it('has a row for every address', async () => {
  const routes = await allRoutes(world.house.connection, tmpdir());
  // Procedures have a table of their own; what stands beside the API is open to everybody.
  const own = routes.filter(({ url }) => url.startsWith('/api/') && !url.startsWith('/api/trpc/'));
  expect(Object.keys(rights).sort()).toEqual(own.map(({ method, url }) => `${method} ${url}`).sort());
});

it.each(Object.entries(rights))('%s is for these and for nobody else', async (name, right) => {
  const wrong: string[] = [];
  for (const { on, who, send } of right) {
    const things =
      on === 'itself'
        ? [{ name: 'itself', place: 'whole', ids: {} } as const]
        : world.rounds.filter(({ state }) => state !== undefined && on.includes(state));
    for (const thing of things) {
      expect(await statusOf(undefined, 250, send(thing)), `${name}, not signed in`).toBe(401);
      for (const [index, { tried, person }] of world.persons.entries()) {
        const status = await statusOf(person.accountId, index, send(thing));
        const got = ![401, 403, 404].includes(status);
        if (got !== who.some((word) => words[word](tried, thing)))
          wrong.push(`${tried.name} on ${thing.name}: ${status}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
