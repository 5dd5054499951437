import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachEvidence } from '@kycuong/api/evidence/attach-evidence.ts';
import { diskStore } from '@kycuong/api/evidence/store.ts';
import { type FieldHouse, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendFailure } from './failure.ts';
import { roomOf } from './free-room.ts';
import { addUpload } from './upload.ts';

let house: FieldHouse;
let visitId: string;
let folder: string;
let app: FastifyInstance;
let port: number;
/** Bytes for which room is kept. */
let held = 0;
/** Connections of which the server knows that they are gone. */
let gone = 0;

beforeAll(async () => {
  house = await openFieldHouse();
  visitId = (await house.addRound()).visitId('coLe');
  folder = await mkdtemp(join(tmpdir(), 'kycuong-upload-room-'));
  const disk = roomOf(folder, 0, async () => 1_000_000);
  const room = {
    reserve: async (bytes: number) => {
      const letGo = await disk.reserve(bytes);
      held += bytes;
      return () => {
        letGo();
        held -= bytes;
      };
    },
  };
  app = fastify();
  app.setErrorHandler(sendFailure);
  app.addHook('onRequest', async (req) => {
    req.raw.socket.once('close', () => {
      gone += 1;
    });
  });
  addUpload(app, {
    ground: house.ground,
    store: diskStore(folder),
    findCaller: async () => house.caller('inspector'),
    cookieOf: () => undefined,
    staging: join(folder, 'staging'),
    room,
  });
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  await app.close();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(996, 7)]);
const most = 2 * photo.length;
const patient = { timeout: 10_000 };

/** A ticket whose upload is begun. */
async function begun() {
  const evidenceId = uuidV7();
  await house.run('inspector', attachEvidence, {
    evidenceId,
    visitId,
    target: { kind: 'item', id: 'M01' },
    sha256: createHash('sha256').update(photo).digest('hex'),
    size: photo.length,
    mediaType: 'image/jpeg',
    name: 'anh.jpg',
    takenAt: '2026-11-23T02:12:00Z',
  });
  const headers = { 'tus-resumable': '1.0.0', 'upload-length': String(photo.length) };
  const metadata = { 'upload-metadata': `evidenceId ${btoa(evidenceId)}` };
  const created = await fetch(`http://127.0.0.1:${port}/upload`, {
    method: 'POST',
    headers: { ...headers, ...metadata, connection: 'close' },
  });
  expect(created.status).toBe(201);
  await expect.poll(() => held, patient).toBe(0);
  const head = [
    `PATCH /upload/${evidenceId} HTTP/1.1`,
    'host: 127.0.0.1',
    'tus-resumable: 1.0.0',
    'content-type: application/offset+octet-stream',
    'upload-offset: 0',
    `content-length: ${photo.length}`,
  ];
  /** Sends these bytes of it; gives back how to cut the connection. */
  const send = async (bytes: Uint8Array) => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]));
    return async () => {
      const before = gone;
      socket.destroy();
      await expect.poll(() => gone, patient).toBe(before + 1);
    };
  };
  return { evidenceId, send };
}
const stateOf = async (id: string) =>
  (await house.lookAsSystem((tx) => tx.select().from(evidence).where(eq(evidence.id, id))))[0]?.status;

it('a photo that is cut off in the middle gives its room back', async () => {
  const { evidenceId, send } = await begun();
  const cut = await send(photo.subarray(0, 500));
  await expect.poll(async () => (await stat(join(folder, 'staging', evidenceId))).size, patient).toBe(500);
  await cut();
  await expect.poll(() => held, patient).toBe(0);
});

it('a chunk at the wrong place is refused, and its room given back', async () => {
  const { evidenceId } = await begun();
  const patch = (length: number, offset: number) =>
    fetch(`http://127.0.0.1:${port}/upload/${evidenceId}`, {
      method: 'PATCH',
      headers: {
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
      body: new Uint8Array(length),
    });
  for (let attempt = 0; attempt < 3; attempt += 1) expect((await patch(5_000_000, 5)).status).toBe(409);
  await expect.poll(() => held, patient).toBe(0);
});

it('a photo that is all there holds its room until it is kept, whether anybody waits for the answer or not', async () => {
  const { evidenceId, send } = await begun();
  const told = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  // The database is slow to take it in.
  const busy = house.lookAsSystem(async (tx) => {
    await tx.select().from(evidence).where(eq(evidence.id, evidenceId)).for('update');
    told.resolve();
    await ended.promise;
  });
  await told.promise;
  const cut = await send(photo);
  const store = diskStore(folder);
  const sha256 = createHash('sha256').update(photo).digest('hex');
  await expect.poll(() => store.has(sha256), patient).toBe(true);
  await cut();
  expect(held).toBe(most);
  ended.resolve();
  await busy;
  await expect.poll(() => held, patient).toBe(0);
  expect(await stateOf(evidenceId)).toBe('received');
});
