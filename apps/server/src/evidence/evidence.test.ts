import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachEvidence } from '@kycuong/api/evidence/attach-evidence.ts';
import { listEvidenceStates } from '@kycuong/api/evidence/list-evidence-states.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import { type Persona, password } from '@kycuong/api/testing/house.ts';
import { setAnswer } from '@kycuong/api/visit/set-answer.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../host/api.ts';
import { buildHost, listen } from '../host.ts';

const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
let house: FieldHouse;
let round: FieldRound;
let app: FastifyInstance;
let base: string;
let folder: string;
const cookies = new Map<Persona, string>();

async function signIn(name: Persona): Promise<void> {
  const answer = await fetch(`${base}api/trpc/access.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: name, password }),
  });
  cookies.set(name, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
}

beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-evidence-'));
  app = await buildHost({
    connection: house.connection,
    listening,
    api: createApi(house.connection, false, folder),
  });
  base = await listen(app, listening);
  for (const name of ['inspector', 'leader', 'outsider', 'headCoLe'] as const) await signIn(name);
});
afterAll(async () => {
  await app.close();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

let photo: Buffer;
let shade = 0;
beforeEach(async () => {
  shade += 25;
  photo = await sharp({
    create: { width: 2000, height: 1000, channels: 3, background: { r: shade, g: 90, b: 60 } },
  })
    .withMetadata({ exif: { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 15/1 0/1' } } })
    .jpeg()
    .toBuffer();
});

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const ticketFor = (bytes: Uint8Array, change: object = {}) => ({
  evidenceId: uuidV7(),
  visitId: round.visitId('coLe'),
  target: { kind: 'item' as const, id: 'M01' },
  sha256: hashOf(bytes),
  size: bytes.length,
  mediaType: 'image/jpeg' as const,
  name: 'Bảng niêm yết "quầy 3".jpg',
  takenAt: '2026-11-23T02:00:00Z',
  ...change,
});

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array;
}
async function request(name: Persona | undefined, { method = 'GET', path = '', headers = {}, body }: Sent) {
  return fetch(`${base}api/evidence/${path}`, {
    method,
    headers: {
      ...(name === undefined ? {} : { cookie: cookies.get(name) ?? '' }),
      ...(method === 'GET' ? {} : { 'tus-resumable': '1.0.0' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: Uint8Array.from(body) }),
  });
}
const create = (name: Persona | undefined, evidenceId: string, size: number) =>
  request(name, {
    method: 'POST',
    path: 'upload',
    headers: { 'upload-length': String(size), 'upload-metadata': `evidenceId ${btoa(evidenceId)}` },
  });
/** All bytes in the request that begins the upload. */
const begin = (name: Persona | undefined, { evidenceId }: { evidenceId: string }, bytes: Uint8Array) =>
  request(name, {
    method: 'POST',
    path: 'upload',
    headers: {
      'upload-length': String(bytes.length),
      'upload-metadata': `evidenceId ${btoa(evidenceId)}`,
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes,
  });
const patch = (name: Persona | undefined, evidenceId: string, offset: number, body: Uint8Array) =>
  request(name, {
    method: 'PATCH',
    path: `upload/${evidenceId}`,
    headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body,
  });
const head = (name: Persona | undefined, evidenceId: string) =>
  request(name, { method: 'HEAD', path: `upload/${evidenceId}` });
const stateOf = async (name: Persona, evidenceId: string) =>
  (await house.ask(name, listEvidenceStates, { ids: [evidenceId] }))[0]?.status;
const keyOf = async (answer: Response) => JSON.parse(await answer.text()).error?.key;

describe('a photo', () => {
  it('goes on after a cut where it stopped, and is received when its hash is right', async () => {
    const ticket = ticketFor(photo);
    expect(await house.run('inspector', attachEvidence, ticket)).toEqual({ status: 'awaited' });
    expect(await stateOf('inspector', ticket.evidenceId)).toBe('awaited');
    const created = await create('inspector', ticket.evidenceId, ticket.size);
    expect([created.status, created.headers.get('location')]).toEqual([
      201,
      `/api/evidence/upload/${ticket.evidenceId}`,
    ]);
    const half = Math.floor(photo.length / 2);
    expect((await patch('inspector', ticket.evidenceId, 0, photo.subarray(0, half))).status).toBe(204);
    expect((await request('leader', { path: ticket.evidenceId })).status).toBe(409);
    const asked = await head('inspector', ticket.evidenceId);
    expect([asked.headers.get('upload-offset'), asked.headers.get('upload-length')]).toEqual([
      String(half),
      String(photo.length),
    ]);
    const rest = await patch('inspector', ticket.evidenceId, half, photo.subarray(half));
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(photo.length)]);
    expect(await stateOf('leader', ticket.evidenceId)).toBe('received');
    const entries = await house.lookAsSystem((tx) =>
      tx
        .select()
        .from(trailEntry)
        .where(and(eq(trailEntry.subjectId, ticket.evidenceId), eq(trailEntry.action, 'evidence.receive'))),
    );
    expect(entries).toMatchObject([{ actorName: 'evidence', detail: { sha256: ticket.sha256 } }]);
    expect(await readdir(join(folder, 'staging'))).toEqual([]);
  });

  it('may come with the request that begins its upload, and again when the answer to that was lost', async () => {
    const bytes = Buffer.concat([photo, Buffer.from('lần khác')]);
    const ticket = ticketFor(bytes);
    await house.run('inspector', attachEvidence, ticket);
    for (const answer of [await begin('inspector', ticket, bytes), await begin('inspector', ticket, bytes)])
      expect([answer.status, answer.headers.get('upload-offset'), answer.headers.get('location')]).toEqual([
        201,
        String(bytes.length),
        `/api/evidence/upload/${ticket.evidenceId}`,
      ]);
    expect(await stateOf('leader', ticket.evidenceId)).toBe('received');
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.subjectId, ticket.evidenceId)),
    );
    expect(entries).toMatchObject([{ action: 'evidence.receive', detail: { sha256: ticket.sha256 } }]);
  });

  it('that comes so is held to its own ticket and its own bytes alike', async () => {
    const ticket = ticketFor(photo);
    const other = Buffer.from(photo);
    other[other.length - 1] = 0;
    await house.run('inspector', attachEvidence, ticket);
    const refused = await begin('inspector', ticket, other);
    expect([refused.status, await keyOf(refused)]).toEqual([460, 'evidence.wrong-hash']);
    const longer = await begin('inspector', ticket, Buffer.concat([photo, other]));
    expect([longer.status, await keyOf(longer)]).toEqual([400, 'evidence.wrong-size']);
    expect((await begin('leader', ticket, photo)).status).toBe(404);
    expect((await begin(undefined, ticket, photo)).status).toBe(401);
    expect(await stateOf('inspector', ticket.evidenceId)).toBe('awaited');
    expect((await begin('inspector', ticket, photo)).status).toBe(201);
    expect(await stateOf('leader', ticket.evidenceId)).toBe('received');
  });

  it('that is cut off in the middle of its one request is sent anew', async () => {
    const ticket = ticketFor(photo);
    await house.run('inspector', attachEvidence, ticket);
    const { hostname, port } = new URL(base);
    const head = [
      'POST /api/evidence/upload HTTP/1.1',
      `host: ${hostname}:${port}`,
      `cookie: ${cookies.get('inspector')}`,
      'tus-resumable: 1.0.0',
      'content-type: application/offset+octet-stream',
      `content-length: ${photo.length}`,
      `upload-length: ${photo.length}`,
      `upload-metadata: evidenceId ${btoa(ticket.evidenceId)}`,
    ];
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    const half = Buffer.concat([
      Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
      photo.subarray(0, photo.length >> 1),
    ]);
    await new Promise<void>((resolve) => socket.write(half, () => resolve()));
    const closed = once(socket, 'close');
    socket.destroy();
    await closed;
    expect(await stateOf('inspector', ticket.evidenceId)).toBe('awaited');
    expect((await begin('inspector', ticket, photo)).status).toBe(201);
    expect(await stateOf('leader', ticket.evidenceId)).toBe('received');
  });

  it('downloads as it was sent, as a file that nothing in it can run from', async () => {
    const ticket = ticketFor(photo);
    await house.run('inspector', attachEvidence, ticket);
    await create('inspector', ticket.evidenceId, ticket.size);
    await patch('inspector', ticket.evidenceId, 0, photo);
    const got = await request('leader', { path: ticket.evidenceId });
    expect(hashOf(new Uint8Array(await got.arrayBuffer()))).toBe(ticket.sha256);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(ticket.name)}`,
    });
    const shown = await request('leader', { path: `${ticket.evidenceId}/image` });
    const picture = Buffer.from(await shown.arrayBuffer());
    const { format, width, exif } = await sharp(picture).metadata();
    expect([format, width, exif, shown.headers.get('content-disposition')]).toEqual([
      'jpeg',
      1600,
      undefined,
      'inline',
    ]);
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const small = await request('leader', { path: `${ticket.evidenceId}/thumbnail` });
    expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({ width: 320 });
    for (const name of ['outsider', 'headCoLe'] as const)
      for (const path of ['', '/image', '/thumbnail'])
        expect((await request(name, { path: `${ticket.evidenceId}${path}` })).status).toBe(404);
    expect((await request(undefined, { path: ticket.evidenceId })).status).toBe(401);
    expect((await request('leader', { path: 'khong-phai-ma' })).status).toBe(400);
  });

  it('is let in on its own ticket alone, at every request', async () => {
    const ticket = ticketFor(photo);
    await house.run('inspector', attachEvidence, ticket);
    const { evidenceId, size } = ticket;
    for (const [name, status] of [
      [undefined, 401],
      ['leader', 404],
      ['outsider', 404],
    ] as const) {
      expect((await create(name, evidenceId, size)).status).toBe(status);
      expect((await head(name, evidenceId)).status).toBe(status);
      expect((await patch(name, evidenceId, 0, photo)).status).toBe(status);
      expect((await request(name, { method: 'DELETE', path: `upload/${evidenceId}` })).status).toBe(status);
    }
    const larger = await create('inspector', evidenceId, size + 1);
    expect([larger.status, await keyOf(larger)]).toEqual([400, 'evidence.wrong-size']);
    const nameless = await request('inspector', {
      method: 'POST',
      path: 'upload',
      headers: { 'upload-length': '5' },
    });
    expect([nameless.status, await keyOf(nameless)]).toEqual([400, 'evidence.ticket-missing']);
    const overridden = await request('leader', {
      method: 'POST',
      path: 'upload',
      headers: { 'x-http-method-override': 'DELETE', 'upload-metadata': `evidenceId ${btoa(evidenceId)}` },
    });
    expect(overridden.status).toBe(404);
    expect((await request('inspector', { path: `upload/${evidenceId}` })).status).toBe(404);
  });

  it('whose bytes are others is thrown away and stays awaited', async () => {
    const ticket = ticketFor(photo);
    const other = Buffer.from(photo);
    other[other.length - 1] = 0;
    await house.run('inspector', attachEvidence, ticket);
    await create('inspector', ticket.evidenceId, ticket.size);
    const refused = await patch('inspector', ticket.evidenceId, 0, other);
    expect([refused.status, await keyOf(refused)]).toEqual([460, 'evidence.wrong-hash']);
    expect(await stateOf('inspector', ticket.evidenceId)).toBe('awaited');
    expect((await head('inspector', ticket.evidenceId)).status).toBe(404);
    await create('inspector', ticket.evidenceId, ticket.size);
    expect((await patch('inspector', ticket.evidenceId, 0, photo)).status).toBe(204);
    expect(await stateOf('inspector', ticket.evidenceId)).toBe('received');
  });

  it('that is no photo is thrown away', async () => {
    const page = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const ticket = ticketFor(page);
    await house.run('inspector', attachEvidence, ticket);
    await create('inspector', ticket.evidenceId, ticket.size);
    const refused = await patch('inspector', ticket.evidenceId, 0, page);
    expect([refused.status, await keyOf(refused)]).toEqual([460, 'evidence.is-markup']);
    expect(await stateOf('inspector', ticket.evidenceId)).toBe('awaited');
  });

  it('that was cut off after its last byte is finished by asking how far it got', async () => {
    const ticket = ticketFor(photo);
    await house.run('inspector', attachEvidence, ticket);
    await create('inspector', ticket.evidenceId, ticket.size);
    await writeFile(join(folder, 'staging', ticket.evidenceId), photo);
    const asked = await head('inspector', ticket.evidenceId);
    expect(asked.headers.get('upload-offset')).toBe(String(ticket.size));
    expect(await stateOf('inspector', ticket.evidenceId)).toBe('received');
    expect((await head('inspector', ticket.evidenceId)).headers.get('upload-offset')).toBe(
      String(ticket.size),
    );
    expect((await create('inspector', ticket.evidenceId, ticket.size)).status).toBe(201);
    const again = await patch('inspector', ticket.evidenceId, 0, photo);
    expect([again.status, again.headers.get('upload-offset')]).toEqual([204, String(ticket.size)]);
    const dropped = await request('inspector', { method: 'DELETE', path: `upload/${ticket.evidenceId}` });
    expect([dropped.status, await keyOf(dropped)]).toEqual([409, 'evidence.not-awaited']);
  });

  it('need not travel twice, but only for who may see the bytes already', async () => {
    const elsewhere = await house.addRound();
    await house.assign('outsider', elsewhere);
    const guess = (itemCode: string) =>
      ticketFor(photo, { visitId: elsewhere.visitId('coLe'), target: { kind: 'item', id: itemCode } });
    const before = guess('M01');
    await house.run('outsider', attachEvidence, before);
    const ticket = ticketFor(photo);
    const second = ticketFor(photo, { target: { kind: 'item', id: 'M15' } });
    for (const one of [ticket, second]) await house.run('inspector', attachEvidence, one);
    await create('inspector', ticket.evidenceId, ticket.size);
    await patch('inspector', ticket.evidenceId, 0, photo);
    expect(await stateOf('inspector', second.evidenceId)).toBe('received');
    const again = ticketFor(photo, { target: { kind: 'item', id: 'M02' } });
    expect(await house.run('leader', attachEvidence, again)).toEqual({ status: 'received' });
    const after = guess('M02');
    expect(await house.run('outsider', attachEvidence, after)).toEqual({ status: 'awaited' });
    for (const { evidenceId } of [before, after]) {
      expect(await stateOf('outsider', evidenceId)).toBe('awaited');
      expect((await request('outsider', { path: evidenceId })).status).toBe(409);
    }
  });

  it('is refused by nothing in the record that it belongs to, in whatever order they come', async () => {
    const ticket = ticketFor(photo);
    await house.run('inspector', attachEvidence, ticket);
    await house.run('inspector', setAnswer, {
      visitId: ticket.visitId,
      itemCode: 'M01',
      note: 'Chưa có ảnh',
    });
    expect(await stateOf('inspector', ticket.evidenceId)).toBe('awaited');
    await house.remove('inspector', round);
    await create('inspector', ticket.evidenceId, ticket.size);
    expect((await patch('inspector', ticket.evidenceId, 0, photo)).status).toBe(204);
    expect(await stateOf('leader', ticket.evidenceId)).toBe('received');
    await house.assign('inspector', round);
  });
});
