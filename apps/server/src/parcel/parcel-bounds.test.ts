import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { registerDevice } from '@kycuong/api/device/register.ts';
import { attachEvidence } from '@kycuong/api/evidence/attach-evidence.ts';
import { type FieldHouse, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import { type Persona, password } from '@kycuong/api/testing/house.ts';
import { makeTestDevice } from '@kycuong/api/testing/test-device.ts';
import {
  bytesSource,
  makeTestParcel,
  makeTestRecovery,
  type TestRecovery,
} from '@kycuong/api/testing/test-parcel.ts';
import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { contactHeader } from '@kycuong/domain/device/signed-contact.ts';
import { mostRecords, parcelMediaType } from '@kycuong/domain/sync/parcel.ts';
import { readParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { parcelKeysHeader, writeParcelKeys } from '@kycuong/domain/sync/parcel-keys-text.ts';
import { unwrapParcel } from '@kycuong/domain/sync/parcel-seal.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { dailyQuotas } from '@kycuong/domain/usage/quota.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkStorage } from '../doctor/check-storage.ts';
import { type StorageBounds, storageBounds } from '../evidence/storage-bounds.ts';
import { createApi } from '../host/api.ts';
import { buildHost, listen } from '../host.ts';
import { clearParcels } from './clear-parcels.ts';

const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
const day = 86_400_000;
let house: FieldHouse;
let visitId: string;
let folder: string;
let offline: TestRecovery;
let cookie = '';
const apps: FastifyInstance[] = [];

/** A server of its own bounds, on the same database and folder. */
async function open(bounds: Partial<StorageBounds>): Promise<string> {
  const storage = { ...storageBounds, ...bounds };
  const app = await buildHost({
    connection: house.connection,
    listening,
    api: createApi(house.connection, false, folder, {}, { storage }),
  });
  apps.push(app);
  return listen(app, listening);
}

async function signIn(base: string, username: Persona): Promise<string> {
  const answer = await fetch(`${base}api/trpc/access.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const [own = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return own;
}

beforeAll(async () => {
  house = await openFieldHouse();
  visitId = (await house.addRound()).visitId('coLe');
  folder = await mkdtemp(join(tmpdir(), 'kycuong-parcels-'));
  offline = await makeTestRecovery();
  cookie = await signIn(await open({}), 'inspector');
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const items = ['M01', 'M02', 'M15', 'D01', 'M03', 'M04', 'M05'];
async function newDevice() {
  const tablet = house.tablet('inspector');
  const device = makeTestDevice(tablet.device);
  await house.run('inspector', registerDevice, device.registration(house.accountId('inspector')));
  const seal = (change: { id?: string } = {}) => {
    const payload = { visitId, itemCode: items.pop() ?? '', note: 'Đã xem' };
    const commands = [tablet.write('answer.set', payload)];
    return makeTestParcel({ device, recovery: offline, commands, locked: true, ...change });
  };
  return { device, seal };
}
const by = ({ contact }: ReturnType<typeof makeTestDevice>) => ({
  [contactHeader]: contact({ method: 'POST', path: '/api/parcel', unixMs: Date.now() }),
});
const kept = () => readdir(join(folder, 'parcels')).catch(() => []);

async function send(base: string, file: Uint8Array, headers: Record<string, string>) {
  const answer = await fetch(`${base}api/parcel`, {
    method: 'POST',
    headers: { 'content-type': parcelMediaType, ...headers },
    body: Uint8Array.from(file),
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

/** What comes back where only the first bytes of a large body were sent. */
async function answerToStart(base: string, first: Uint8Array, length: number): Promise<string> {
  const outgoing = request(`${base}api/parcel`, {
    method: 'POST',
    headers: { 'content-type': parcelMediaType, 'content-length': length, cookie },
  });
  outgoing.write(first);
  const [answer] = await once(outgoing, 'response');
  let text = '';
  for await (const chunk of answer) text += chunk;
  outgoing.destroy();
  return JSON.parse(text).error.key;
}

/** A body of which no more comes than its first bytes; sent again where another one was there just then. */
function begin(base: string, own: string, first: Uint8Array) {
  let end = () => {};
  const start = () => {
    const outgoing = request(`${base}api/parcel`, {
      method: 'POST',
      headers: { 'content-type': parcelMediaType, 'content-length': 3_000_000, cookie: own },
    });
    end = () => outgoing.destroy();
    outgoing.on('error', () => undefined);
    outgoing.on('response', () => {
      outgoing.destroy();
      start();
    });
    outgoing.write(first);
  };
  start();
  return () => end();
}

describe('starts of parcels', () => {
  const none = Buffer.from('không phải gói');
  const half = Buffer.concat([
    Buffer.from('KYCUONG1\u0000\u001f\u0000\u0000', 'latin1'),
    Buffer.alloc(9_000, ' '),
  ]);
  const tooMany = { status: 429, body: { error: { key: 'parcel.too-many-at-once' } } };

  it('are under way two of one person and four of all; who comes beyond waits, and nobody for good', async () => {
    const base = await open({});
    const own = await signIn(base, 'leader');
    const others = await signIn(base, 'office');
    const third = await signIn(base, 'quality');
    const begun = [begin(base, own, half), begin(base, own, half)];
    const long = { timeout: 10_000 };
    await vi.waitFor(
      async () => expect(await send(base, none, { cookie: own })).toMatchObject(tooMany),
      long,
    );
    expect(await send(base, none, { cookie: third })).toMatchObject({ status: 400 });
    begun.push(begin(base, others, half), begin(base, others, half));
    await vi.waitFor(
      async () => expect(await send(base, none, { cookie: third })).toMatchObject(tooMany),
      long,
    );
    const refused = await fetch(`${base}api/parcel`, {
      method: 'POST',
      headers: { 'content-type': parcelMediaType, cookie: third },
      body: none,
    });
    expect(refused.headers.get('retry-after')).toBe('5');
    for (const end of begun) end();
    await vi.waitFor(
      async () => expect(await send(base, none, { cookie: own })).toMatchObject({ status: 400 }),
      long,
    );
  });

  it('count on the day also where they are refused', async () => {
    const quota = { number: 2, megabytes: 100 };
    const base = await open({ quotas: { ...dailyQuotas, parcel: quota } });
    const own = await signIn(base, 'headCoLe');
    const seen: number[] = [];
    for (let at = 0; at < 3; at += 1) seen.push((await send(base, none, { cookie: own })).status);
    expect(seen).toEqual([400, 400, 429]);
  });
});

describe('a parcel', () => {
  it('that is none, or is not as long as its head says, is refused while the rest was not sent', async () => {
    const base = await open({});
    const { seal } = await newDevice();
    const file = await seal();
    const length = 84_000_000;
    expect(await answerToStart(base, Buffer.alloc(1_000, 7), length)).toBe('parcel.not-a-parcel');
    expect(await answerToStart(base, Buffer.from('KYCUONG1\u00ff\u00ff\u00ff\u00ff', 'latin1'), length)).toBe(
      'parcel.altered',
    );
    expect(await answerToStart(base, file.subarray(0, file.length - 50), length)).toBe('parcel.altered');
    const forged = Uint8Array.from(file);
    const at = Buffer.from(file).indexOf('"counts"');
    forged[at + 1] = 'd'.charCodeAt(0);
    expect(await answerToStart(base, forged.subarray(0, forged.length - 1), file.length)).toMatch(
      /^parcel\./,
    );
    expect(await kept()).toEqual([]);
  });

  it('that cannot be opened is kept once, whatever else bears its id, and as many as a day has room for', async () => {
    // The four that were refused at their start count too.
    const quota = { number: 8, megabytes: 100 };
    const base = await open({ quotas: { ...dailyQuotas, parcel: quota } });
    const [one, other] = [await newDevice(), await newDevice()];
    const file = await one.seal({ id: uuidV7() });
    expect(await send(base, file, by(one.device))).toMatchObject({ status: 200, body: { opened: false } });
    expect(await send(base, file, by(one.device))).toMatchObject({ status: 200, body: { opened: false } });
    expect(await kept()).toHaveLength(1);
    const [name = ''] = await kept();
    const sameId = await other.seal({ id: name.slice(0, 36) });
    expect(await send(base, sameId, by(other.device))).toMatchObject({ status: 200 });
    expect(await kept()).toHaveLength(2);
    expect(Buffer.from(await readFile(join(folder, 'parcels', name))).equals(Buffer.from(file))).toBe(true);
    // Whoever registers many devices has one day for all of them.
    const fresh = await newDevice();
    expect((await send(base, await other.seal(), by(other.device))).status).toBe(200);
    expect(await send(base, await fresh.seal(), by(fresh.device))).toMatchObject({
      status: 429,
      body: { error: { key: 'usage.day-full' } },
    });
    expect(await kept()).toHaveLength(3);
  });

  it('that waits is told by the doctor with its people; what was cut off and what is too old goes', async () => {
    const room = { evidenceFolder: folder, storage: storageBounds };
    const of = async (name: string) =>
      (await checkStorage(house.ground, room)).find((check) => check.name === name);
    expect(await of('Gói niêm phong chưa nhận hết')).toMatchObject({
      warns: true,
      detail: expect.stringMatching(/^3 gói.*máy tự gửi.*1 bản ghi/),
    });
    const now = new Date();
    const parcels = join(folder, 'parcels');
    await writeFile(join(parcels, 'cut.part'), 'x');
    const [oldest = ''] = (await kept()).filter((name) => name.endsWith('.kycuong'));
    for (const [name, days] of [
      ['cut.part', 2],
      [oldest, 800],
    ] as const)
      await utimes(join(parcels, name), now, new Date(now.getTime() - days * day));
    const gone = await clearParcels(parcels, { keptMs: storageBounds.keepParcelsDays * day, now });
    expect(gone.map(({ name }) => name).toSorted()).toEqual([oldest, 'cut.part'].toSorted());
    expect(await kept()).toHaveLength(2);
  });
});

describe('a parcel of more records than a tablet lays into one', () => {
  const tooMany = { status: 413, body: { error: { key: 'parcel.too-many-records' } } };
  const foreign = (length: number, note = 'Đã xem') => {
    const tablet = house.tablet('inspector');
    const one = tablet.write('answer.set', { visitId, itemCode: 'M01', note });
    return Array.from({ length }, (_, index) => ({ ...one, id: uuidV7(), seq: index + 1 }));
  };
  const seal = (commands: ReturnType<typeof foreign>, recordsOfPart = 200) =>
    makeTestParcel({ device: makeTestDevice(), recovery: offline, signed: false, commands, recordsOfPart });
  const bring = async (file: Uint8Array) => {
    const { head } = await readParcel(bytesSource(file));
    const holder = { kind: 'recovery', id: offline.id, privateKey: offline.privateKey } as const;
    const keys = writeParcelKeys(await unwrapParcel(head, holder));
    const base = await open({});
    return send(base, file, { cookie: await signIn(base, 'leader'), [parcelKeysHeader]: keys });
  };

  it('is refused for that before one of them is judged, and nothing of it is kept', async () => {
    const before = await kept();
    const commands = foreign(mostRecords + 1);
    expect(await bring(await seal(commands))).toMatchObject(tooMany);
    expect(await bring(await seal(commands.slice(0, 1_001), 1_001))).toMatchObject(tooMany);
    expect(await house.lookAsSystem((tx) => tx.select().from(quarantinedCommand))).toEqual([]);
    expect(await kept()).toEqual(before);
  }, 60_000);

  it('or of longer ones is refused at its start', async () => {
    const file = await seal(foreign(1, 'x'.repeat(5_000_000)));
    const start = file.subarray(0, file.length - 5_000_000);
    expect(await answerToStart(await open({}), start, file.length)).toBe('parcel.too-many-records');
  });

  it('is judged as far as it can be, in its order, where some of it is longer than any form makes', async () => {
    const [one, long, other] = foreign(3);
    if (!one || !long || !other) throw new Error('three');
    const payload = { visitId, itemCode: 'M01', note: 'x'.repeat(200_000) };
    const invented = { ...other, author: uuidV7(), id: uuidV7(), seq: 0 };
    const { status, body } = await bring(await seal([invented, one, { ...long, payload }, other]));
    expect(status).toBe(200);
    expect(
      body.commands.map((told: { id: string; status: string; reason: { key: string } }) => [
        ...[told.id, told.status, told.reason.key],
      ]),
    ).toEqual([
      [invented.id, 'not-taken', 'sync.author-not-sender'],
      [one.id, 'quarantined', 'sync.author-unproven'],
      [long.id, 'not-taken', 'sync.too-long-to-keep'],
      [other.id, 'quarantined', 'sync.author-unproven'],
    ]);
  });
});

describe('where the disk has no room left', () => {
  it('photos and parcels wait, records do not, and the doctor says so', async () => {
    const keepFreeMegabytes = 1e12;
    const base = await open({ keepFreeMegabytes });
    const { device, seal } = await newDevice();
    const noRoom = { status: 429, body: { error: { key: 'usage.no-room' } } };
    expect(await send(base, await seal(), by(device))).toMatchObject(noRoom);
    const evidenceId = uuidV7();
    await house.run('inspector', attachEvidence, {
      evidenceId,
      visitId,
      target: { kind: 'item', id: 'M01' },
      sha256: 'a'.repeat(64),
      size: 4,
      mediaType: 'image/jpeg',
      name: 'anh.jpg',
      takenAt: '2026-11-23T02:12:00Z',
    });
    const answer = await fetch(`${base}api/evidence/upload`, {
      method: 'POST',
      headers: {
        cookie,
        'tus-resumable': '1.0.0',
        'upload-length': '4',
        'upload-metadata': `evidenceId ${btoa(evidenceId)}`,
      },
    });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject(noRoom);
    // Nor is what lies staged whole kept beside itself: it waits where it is.
    const staged = join(folder, 'staging', evidenceId);
    await mkdir(dirname(staged), { recursive: true });
    await writeFile(staged, Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    const asked = await fetch(`${base}api/evidence/upload/${evidenceId}`, {
      method: 'HEAD',
      headers: { cookie, 'tus-resumable': '1.0.0' },
    });
    expect([asked.status, (await readFile(staged)).length]).toEqual([429, 4]);
    const room = { evidenceFolder: folder, storage: { ...storageBounds, keepFreeMegabytes } };
    const [first] = await checkStorage(house.ground, room);
    expect(first).toMatchObject({ name: 'Dung lượng trống', ok: false });
  });
});
