import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attachEvidence } from '@kycuong/api/evidence/attach-evidence.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import { password } from '@kycuong/api/testing/house.ts';
import { verifyTrail } from '@kycuong/api/trail/verify-trail.ts';
import { connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
// Brings the type of what the global set-up provides.
import type {} from '@kycuong/db/testing/global-setup.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/kycuong.js', import.meta.url));

interface Server {
  readonly url: string;
  readonly words: () => string;
  readonly stop: () => Promise<number | null>;
}

/** A real server process of its own; resolves when it says where it is. */
async function serve(env: Record<string, string>, data: string): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, [bin, 'serve', '--port', '0', '--data', data], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let words = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      words += String(chunk);
      const found = /http:\/\/\S+/.exec(words)?.[0];
      if (found !== undefined) resolve(found);
    });
    void exit.then((code) => reject(new Error(`ended with ${code}: ${words}`)));
  });
  return {
    url,
    words: () => words,
    stop: () => {
      child.kill('SIGTERM');
      return exit;
    },
  };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-two-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));

it('two that start at once on a database that is yet to be made prepare it once', async () => {
  const { adminUrl } = inject('testCluster');
  const env = { DATABASE_URL: readdress(adminUrl, { database: 'two_servers' }) };
  const data = join(folder, 'raced');
  const both = await Promise.all([serve(env, data), serve(env, data)]);
  const exits = both.map(({ stop }) => stop());
  expect(await Promise.all(exits)).toEqual([0, 0]);
  const admin = connect(env.DATABASE_URL, { max: 1 });
  const ground = { database: admin.db, now: () => new Date() };
  const twice = await admin.sql`
    select action, count(*)::int from trail_entry
    where action not in ('checklist.publish', 'sync.adopt-recovery-key') group by 1 having count(*) > 1`;
  const [counted] = await admin.sql`
    select (select count(*)::int from feed_generation where cluster <> '') as generations,
      (select count(*)::int from evidence_folder) as folders,
      (select count(*)::int from recovery_key) as keys,
      (select count(*)::int from trail_entry) as entries`;
  expect([[...twice], counted]).toEqual([
    [],
    { generations: 1, folders: 1, keys: 1, entries: expect.any(Number) },
  ]);
  expect((await verifyTrail(ground)).faults).toEqual([]);
  for (const { words } of both) expect(words()).not.toMatch(/error|không phải của cơ sở dữ liệu/i);
  await admin.close();
  const root = connect(adminUrl, { max: 1 });
  await root.sql`drop database two_servers with (force)`;
  await root.close();
}, 90_000);

describe('two servers on one database, with one folder', () => {
  let house: FieldHouse;
  let round: FieldRound;
  let servers: [Server, Server];

  beforeAll(async () => {
    house = await openFieldHouse();
    round = await house.addRound();
    house.setNow(new Date().toISOString());
    const env = { DATABASE_URL: house.appUrl, EVIDENCE_FOLDER: join(folder, 'evidence') };
    servers = await Promise.all([serve(env, join(folder, 'shared')), serve(env, join(folder, 'shared'))]);
  }, 90_000);
  afterAll(async () => {
    await Promise.all(servers.map(({ stop }) => stop()));
    await house.close();
  });

  async function call(server: Server, path: string, input: unknown, cookie = '') {
    const answer = await fetch(new URL(`/api/trpc/${path}`, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(input),
    });
    const body = JSON.parse(await answer.text());
    const [cookieSet = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
    return {
      status: answer.status,
      data: body.result?.data,
      key: body.error?.data?.problem?.key,
      cookie: cookieSet,
    };
  }
  const signIn = (server: Server, username: string, secret = password) =>
    call(server, 'access.signIn', { username, password: secret });
  async function ask(server: Server, path: string, cookie: string, input: unknown = {}) {
    const url = new URL(`/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, server.url);
    const answer = await fetch(url, { headers: { cookie } });
    return JSON.parse(await answer.text()).result?.data;
  }

  it('the same command at both at once has one effect, and receipts alike to the byte', async () => {
    const [a, b] = servers;
    const { cookie } = await signIn(a, 'inspector');
    const tablet = house.tablet('inspector');
    const visitId = round.visitId('coLe');
    let base: string | null = null;
    for (let turn = 0; turn < 10; turn += 1) {
      const payload = { visitId, itemCode: 'M01', note: `lần ${turn}` };
      const command: CommandEnvelope = tablet.write('answer.set', payload, { base });
      base = command.id;
      const sent = await Promise.all(
        [a, b, a, b].map((server) => call(server, 'sync.push', { commands: [command] }, cookie)),
      );
      const receipts = sent.map(({ data }) => data.receipts[0]);
      expect(JSON.parse(receipts[0])).toMatchObject({ id: command.id, status: 'applied' });
      expect(new Set(receipts).size).toBe(1);
    }
    const [row] = await house.lookAsSystem((tx) =>
      tx.execute(sql`select count(*)::int as count from trail_entry where action = 'answer.set'`),
    );
    expect(row).toEqual({ count: 10 });
  });

  it('a cursor of one goes on at the other and misses nothing', async () => {
    const [a, b] = servers;
    const { cookie } = await signIn(b, 'leader');
    const tablet = house.tablet('inspector');
    const sender = (await signIn(a, 'inspector')).cookie;
    let cursor: string | null = null;
    const seen: string[] = [];
    const written: string[] = [];
    const pullAll = async (turn: number) => {
      await house.settle();
      const pulled = await ask(turn % 2 === 0 ? a : b, 'sync.pull', cookie, { cursor });
      cursor = pulled.cursor;
      for (const change of pulled.changes) if (change.kind === 'command') seen.push(change.command.id);
    };
    await pullAll(0);
    seen.length = 0;
    for (let turn = 0; turn < 6; turn += 1) {
      const command = tablet.write('answer.set', {
        visitId: round.visitId('ninhGiang'),
        itemCode: 'M02',
        note: `lần ${turn}`,
      });
      written.push(command.id);
      await call(turn % 2 === 0 ? b : a, 'sync.push', { commands: [command] }, sender);
      await pullAll(turn);
    }
    expect(seen).toEqual(written);
  });

  const photoOf = async (shade: number) => {
    const photo = await sharp({
      create: { width: 900, height: 900, channels: 3, background: { r: shade, g: 9, b: 9 } },
    })
      .png({ compressionLevel: 0 })
      .toBuffer();
    const ticket = {
      evidenceId: uuidV7(),
      visitId: round.visitId('coLe'),
      target: { kind: 'item', id: 'M01' } as const,
      sha256: createHash('sha256').update(photo).digest('hex'),
      size: photo.length,
      mediaType: 'image/png' as const,
      name: 'a.png',
      takenAt: new Date().toISOString(),
    };
    await house.run('inspector', attachEvidence, ticket);
    return { photo, ticket, id: ticket.evidenceId };
  };
  const tus = (
    server: Server,
    cookie: string,
    method: string,
    path: string,
    more: object = {},
    body?: Uint8Array,
  ) =>
    fetch(new URL(`/api/evidence/${path}`, server.url), {
      method,
      headers: { cookie, 'tus-resumable': '1.0.0', ...more },
      ...(body === undefined ? {} : { body: Uint8Array.from(body) }),
    });
  const create = (server: Server, cookie: string, id: string, size: number) =>
    tus(server, cookie, 'POST', 'upload', {
      'upload-length': String(size),
      'upload-metadata': `evidenceId ${btoa(id)}`,
    });
  const patch = (server: Server, cookie: string, id: string, from: number, body: Uint8Array) =>
    tus(
      server,
      cookie,
      'PATCH',
      `upload/${id}`,
      {
        'upload-offset': String(from),
        'content-type': 'application/offset+octet-stream',
      },
      body,
    );

  it('an upload begun at one goes on at the other; either shows the picture', async () => {
    const [a, b] = servers;
    const { cookie } = await signIn(a, 'inspector');
    const { photo, ticket, id } = await photoOf(1);
    expect((await create(a, cookie, id, ticket.size)).status).toBe(201);
    const third = Math.floor(photo.length / 3);
    expect((await patch(a, cookie, id, 0, photo.subarray(0, third))).status).toBe(204);
    expect((await tus(b, cookie, 'HEAD', `upload/${id}`)).headers.get('upload-offset')).toBe(String(third));
    expect((await patch(b, cookie, id, third, photo.subarray(third, 2 * third))).status).toBe(204);
    expect((await patch(a, cookie, id, 2 * third, photo.subarray(2 * third))).status).toBe(204);
    for (const server of servers) {
      const got = await fetch(new URL(`/api/evidence/${id}`, server.url), { headers: { cookie } });
      expect(
        createHash('sha256')
          .update(Buffer.from(await got.arrayBuffer()))
          .digest('hex'),
      ).toBe(ticket.sha256);
      const shown = await fetch(new URL(`/api/evidence/${id}/thumbnail`, server.url), {
        headers: { cookie },
      });
      expect(shown.status).toBe(200);
    }
  });

  it('a server with a folder of its own says so; there a photo begins anew, and nothing is lost', async () => {
    const [a] = servers;
    const env = { DATABASE_URL: house.appUrl, EVIDENCE_FOLDER: join(folder, 'elsewhere') };
    const apart = await serve(env, join(folder, 'shared'));
    try {
      expect(apart.words()).toContain('không phải của cơ sở dữ liệu này');
      const { cookie } = await signIn(a, 'inspector');
      const { photo, ticket, id } = await photoOf(2);
      await create(a, cookie, id, ticket.size);
      await patch(a, cookie, id, 0, photo.subarray(0, 1000));
      // The client of tus takes this for "begin anew".
      expect((await tus(apart, cookie, 'HEAD', `upload/${id}`)).status).toBe(404);
      expect((await create(apart, cookie, id, ticket.size)).status).toBe(201);
      expect((await patch(apart, cookie, id, 0, photo)).status).toBe(204);
      const states = await ask(a, 'evidence.states', cookie, { ids: [id] });
      expect(states).toMatchObject([{ id, status: 'received' }]);
      const there = await fetch(new URL(`/api/evidence/${id}`, apart.url), { headers: { cookie } });
      expect(there.status).toBe(200);
      const here = await fetch(new URL(`/api/evidence/${id}`, a.url), { headers: { cookie } });
      expect([here.status, JSON.parse(await here.text()).error.key]).toEqual([404, 'evidence.bytes-missing']);
    } finally {
      await apart.stop();
    }
  }, 60_000);

  it('a sign-in of one holds at the other, and ends at both at once', async () => {
    const [a, b] = servers;
    const { cookie } = await signIn(a, 'headCoLe');
    expect((await ask(b, 'access.session', cookie)).account).toMatchObject({ username: 'headCoLe' });
    await call(b, 'access.signOut', {}, cookie);
    for (const server of servers) expect((await ask(server, 'access.session', cookie)).account).toBeNull();
  });

  it('failed attempts are counted over both', async () => {
    const [a, b] = servers;
    for (let attempt = 0; attempt < 6; attempt += 1)
      await signIn(attempt % 2 === 0 ? a : b, 'quality', 'sai');
    for (const server of servers) expect(await signIn(server, 'quality')).toMatchObject({ status: 429 });
  });

  it('the trail has one chain', async () => {
    const verdict = await verifyTrail(house.ground);
    expect(verdict).toMatchObject({ faults: [], head: { number: verdict.seals } });
    expect(verdict.seals).toBeGreaterThan(0);
  });
});
