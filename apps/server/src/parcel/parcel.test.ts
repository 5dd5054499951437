import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerDevice } from '@kycuong/api/device/register.ts';
import { type FieldHouse, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import { type Persona, password } from '@kycuong/api/testing/house.ts';
import { makeTestDevice } from '@kycuong/api/testing/test-device.ts';
import { makeTestParcel, makeTestRecovery, type TestRecovery } from '@kycuong/api/testing/test-parcel.ts';
import { contactHeader } from '@kycuong/domain/device/signed-contact.ts';
import { parcelMediaType } from '@kycuong/domain/sync/parcel.ts';
import { readParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { parcelKeysHeader, writeParcelKeys } from '@kycuong/domain/sync/parcel-keys-text.ts';
import { unwrapParcel } from '@kycuong/domain/sync/parcel-seal.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../host/api.ts';
import { buildHost, listen } from '../host.ts';

const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
let house: FieldHouse;
let visitId: string;
let app: FastifyInstance;
let base: string;
let folder: string;
let recovery: TestRecovery;
let offline: TestRecovery;
const cookies = new Map<Persona, string>();

beforeAll(async () => {
  house = await openFieldHouse();
  visitId = (await house.addRound()).visitId('coLe');
  folder = await mkdtemp(join(tmpdir(), 'kycuong-parcel-'));
  recovery = await makeTestRecovery();
  offline = await makeTestRecovery();
  const keys = {
    recoveryPrivateKey: async (id: string) => (id === recovery.id ? recovery.privateKey : undefined),
  };
  app = await buildHost({
    connection: house.connection,
    listening,
    api: createApi(house.connection, false, folder, keys),
  });
  base = await listen(app, listening);
  for (const name of ['inspector', 'leader'] as const) {
    const answer = await fetch(`${base}api/trpc/access.signIn`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: name, password }),
    });
    cookies.set(name, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
  }
});
afterAll(async () => {
  await app.close();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const items = ['M01', 'M02', 'M15', 'D01'];

async function sealed(change: { recovery?: TestRecovery; locked?: boolean } = {}) {
  const tablet = house.tablet('inspector');
  const device = makeTestDevice(tablet.device);
  await house.run('inspector', registerDevice, device.registration(house.accountId('inspector')));
  const command = tablet.write('answer.set', { visitId, itemCode: items.pop() ?? '', note: 'Đã xem' });
  return {
    device,
    command,
    file: await makeTestParcel({ device, recovery, commands: [command], ...change }),
  };
}

async function send(file: Uint8Array, headers: Record<string, string>) {
  const answer = await fetch(`${base}api/parcel`, {
    method: 'POST',
    headers: { 'content-type': parcelMediaType, ...headers },
    body: Uint8Array.from(file),
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}
const as = (name: Persona) => ({ cookie: cookies.get(name) ?? '' });
const by = ({ contact }: ReturnType<typeof makeTestDevice>) => ({
  [contactHeader]: contact({ method: 'POST', path: '/api/parcel', unixMs: Date.now() }),
});
const lying = () => readdir(join(folder, 'parcels')).catch(() => []);

describe('a parcel over the network', () => {
  it('comes from a signed-in person, and leaves nothing behind once all is taken in', async () => {
    const { file, command } = await sealed();
    expect(await send(file, {})).toMatchObject({ status: 401 });
    const answer = await send(file, as('inspector'));
    expect(answer).toMatchObject({
      status: 200,
      body: { commands: [{ id: command.id, status: 'applied' }] },
    });
    expect(await lying()).toEqual([]);
  });

  it('comes from a locked device by its own signature', async () => {
    const { device, file } = await sealed({ locked: true });
    expect(await send(file, by(makeTestDevice(device.id)))).toMatchObject({ status: 401 });
    expect(await send(file, by(device))).toMatchObject({
      status: 200,
      body: { opened: true, commands: [{ status: 'applied' }] },
    });
  });

  it('is opened with keys unwrapped elsewhere where the province keeps its key offline', async () => {
    const { device, file } = await sealed({ recovery: offline, locked: true });
    expect(await send(file, as('inspector'))).toMatchObject({
      status: 409,
      body: { error: { key: 'parcel.key-missing' } },
    });
    expect(await send(file, by(device))).toMatchObject({ status: 200, body: { opened: false } });
    expect(await lying()).toHaveLength(1);
    const source = { size: file.length, read: async (from: number, to: number) => file.subarray(from, to) };
    const { head } = await readParcel(source);
    const keys = await unwrapParcel(head, { kind: 'recovery', ...offline });
    const opened = { ...as('inspector'), [parcelKeysHeader]: writeParcelKeys(keys) };
    expect(await send(file, opened)).toMatchObject({
      status: 200,
      body: { opened: true, commands: [{ status: 'applied' }] },
    });
    expect(await lying()).toEqual([]);
  });

  it('that was cut on the way is refused whole', async () => {
    const { file } = await sealed();
    expect(await send(file.subarray(0, file.length - 10), as('inspector'))).toMatchObject({
      status: 400,
      body: { error: { key: 'parcel.cut' } },
    });
    expect(await send(Buffer.from('x'), { ...as('inspector'), 'content-type': 'text/plain' })).toMatchObject({
      status: 400,
      body: { error: { key: 'parcel.not-a-parcel' } },
    });
    expect(await lying()).toEqual([]);
  });
});
