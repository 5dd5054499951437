import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { device, deviceWipe } from '@kycuong/db/schema/device.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { type ReportWipe, wipeOrderText } from '@kycuong/domain/device/wipe-order.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { makeTestDevice, type TestDevice } from '../testing/test-device.ts';
import { makeOrderKey } from '../testing/test-order-key.ts';
import type { Ground } from '../work.ts';
import { cancelWipe } from './cancel-wipe.ts';
import { listDevices } from './list-devices.ts';
import { noteContact } from './note-contact.ts';
import { openOrder } from './open-order.ts';
import { orderWipe } from './order-wipe.ts';
import { registerDevice } from './register.ts';
import { takeWipeReport } from './report-wipe.ts';
import { isSignedBy, readPublicKey } from './verify-signature.ts';

const order = makeOrderKey();
let house: House;
let ground: Ground;
/** Administers Cổ Lễ and nothing else. */
const elsewhere = uuidV7();

beforeAll(async () => {
  house = await openHouse();
  ground = { ...house.ground, keys: { order } };
  await house.lookAsSystem(async (tx) => {
    const unitId = house.unitId('coLe');
    await tx
      .insert(account)
      .values({ id: elsewhere, username: 'quan-tri-xa', fullName: 'Ngô Văn Xã', unitId });
    const grant = { accountId: elsewhere, role: 'administrator', unitId, validFrom: '2020-01-01' } as const;
    await tx.insert(roleGrant).values({ id: uuidV7(), ...grant });
  });
});
afterAll(() => house.close());

async function addDevice(name: Persona = 'inspector'): Promise<TestDevice> {
  const tablet = makeTestDevice();
  await house.run(name, registerDevice, tablet.registration(house.accountId(name)));
  return tablet;
}
const by = (accountId: string) => ({ ground, caller: { kind: 'person', accountId } as const });
const admin = () => by(house.accountId('administrator'));
const newOrder = (deviceId: string) => ({ orderId: uuidV7(), deviceId, reason: 'Mất ở xã Cổ Lễ' });

async function ordered(tablet: TestDevice) {
  const payload = newOrder(tablet.id);
  const receipt = JSON.parse(await perform(orderWipe, admin(), { id: uuidV7(), payload }));
  expect(receipt.status).toBe('applied');
  return payload;
}
const reasonOf = async (receipt: Promise<string>) => JSON.parse(await receipt).reason?.key;
const rowOf = (orderId: string) =>
  house.lookAsSystem(async (tx) => (await tx.select().from(deviceWipe).where(eq(deviceWipe.id, orderId)))[0]);
const standing = (tablet: TestDevice) => openOrder(ground, { deviceId: tablet.id, signature: 'x' });
const counts = { records: 3, photos: 2 };
const report = (orderId: string): ReportWipe => ({
  orderId,
  handedIn: { ...counts, sealedFiles: 0 },
  destroyed: { ...counts, drafts: 1, keys: 2 },
});

describe('an order to wipe a device', () => {
  it('is given by its administrator and nobody else', async () => {
    const tablet = await addDevice();
    const payload = newOrder(tablet.id);
    const stranger = perform(orderWipe, by(uuidV7()), { id: uuidV7(), payload });
    await expect(stranger).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const name of ['inspector', 'leadership', 'office', 'headCoLe'] as const) {
      const refused = perform(orderWipe, by(house.accountId(name)), { id: uuidV7(), payload });
      expect(await reasonOf(refused)).toBe('access.forbidden');
    }
    const ofAnotherUnit = perform(orderWipe, by(elsewhere), { id: uuidV7(), payload });
    expect(await reasonOf(ofAnotherUnit)).toBe('access.forbidden');
    expect(await standing(tablet)).toBeNull();
  });

  it('needs a reason, a known device, and the installation’s key', async () => {
    const tablet = await addDevice();
    const send = (payload: object, on = admin()) =>
      reasonOf(perform(orderWipe, on, { id: uuidV7(), payload }));
    expect(await send({ ...newOrder(tablet.id), reason: '  ' })).toBe('input.required');
    expect(await send(newOrder(uuidV7()))).toBe('record.not-found');
    const keyless = { ...admin(), ground: house.ground };
    expect(await send(newOrder(tablet.id), keyless)).toBe('device.no-order-key');
  });

  it('stands once at a time, with its trail entry, and a replay is the same answer', async () => {
    const tablet = await addDevice();
    const payload = newOrder(tablet.id);
    const incoming = { id: uuidV7(), payload };
    const receipt = await perform(orderWipe, admin(), incoming);
    expect(JSON.parse(receipt)).toMatchObject({ status: 'applied', result: { orderId: payload.orderId } });
    expect(await perform(orderWipe, admin(), incoming)).toBe(receipt);
    const second = perform(orderWipe, admin(), { id: uuidV7(), payload: newOrder(tablet.id) });
    expect(await reasonOf(second)).toBe('device.wipe-open');
    const trail = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.subjectId, tablet.id)),
    );
    expect(trail.at(-1)).toMatchObject({
      action: 'device.order-wipe',
      actorId: house.accountId('administrator'),
      unitId: house.unitId('soNoiVu'),
      detail: payload,
    });
  });

  it('is told to that device alone, signed for the one contact that asks', async () => {
    const [tablet, other] = [await addDevice(), await addDevice()];
    const { orderId } = await ordered(tablet);
    expect(await standing(other)).toBeNull();
    const first = await openOrder(ground, { deviceId: tablet.id, signature: 'a' });
    const second = await openOrder(ground, { deviceId: tablet.id, signature: 'b' });
    const key = readPublicKey(order.publicKey);
    if (first === null || second === null || key === undefined) throw new Error('no order');
    expect(first).toMatchObject({ orderId, deviceId: tablet.id, contact: 'a', reason: 'Mất ở xã Cổ Lễ' });
    expect(isSignedBy(key, wipeOrderText(first), first.signature)).toBe(true);
    expect(isSignedBy(key, wipeOrderText({ ...first, contact: 'b' }), first.signature)).toBe(false);
    expect(isSignedBy(key, wipeOrderText(second), second.signature)).toBe(true);
    expect((await rowOf(orderId))?.fetchedAt).toEqual(ground.now());
    expect(await openOrder(house.ground, { deviceId: tablet.id, signature: 'a' })).toBeNull();
  });
});

describe('taking an order back', () => {
  it('is for the administrator of the device, once, and the device hears no more of it', async () => {
    const tablet = await addDevice();
    const { orderId } = await ordered(tablet);
    const cancel = (on: ReturnType<typeof by>, payload: object = { orderId }) =>
      perform(cancelWipe, on, { id: uuidV7(), payload });
    await expect(cancel(by(uuidV7()))).rejects.toMatchObject({ code: 'unauthenticated' });
    // Other roles, and administrators of other units, do not even see the order.
    expect(await reasonOf(cancel(by(house.accountId('inspector'))))).toBe('record.not-found');
    expect(await reasonOf(cancel(by(elsewhere)))).toBe('record.not-found');
    expect(await reasonOf(cancel(admin(), { orderId: 'x' }))).toBe('input.wrong-format');
    expect(await standing(tablet)).not.toBeNull();
    expect(await reasonOf(cancel(admin()))).toBeUndefined();
    expect(await standing(tablet)).toBeNull();
    expect(await reasonOf(cancel(admin()))).toBe('device.wipe-cancelled');
    expect(await rowOf(orderId)).toMatchObject({ cancelledBy: house.accountId('administrator') });
    await ordered(tablet);
  });
});

describe('the report of a wipe', () => {
  it('is taken from that device’s own signature alone', async () => {
    const [tablet, other] = [await addDevice(), await addDevice()];
    const { orderId } = await ordered(tablet);
    const incoming = { id: uuidV7(), payload: report(orderId) };
    expect(() => takeWipeReport({ ground, signedBy: null }, incoming)).toThrow('device.not-signed');
    const stolen = takeWipeReport({ ground, signedBy: other.id }, { ...incoming, id: uuidV7() });
    expect(await reasonOf(stolen)).toBe('device.not-signed');
    // Not even a person with every right can say it for the device.
    const { reportWipe } = await import('./report-wipe.ts');
    const person = perform(reportWipe, { ...admin(), signedBy: tablet.id }, { ...incoming, id: uuidV7() });
    expect(await reasonOf(person)).toBe('access.forbidden');
    expect((await rowOf(orderId))?.wipedAt).toBeNull();
  });

  it('ends the order, keeps the counts, and is the same answer when sent again', async () => {
    const tablet = await addDevice();
    const { orderId } = await ordered(tablet);
    const incoming = { id: uuidV7(), payload: report(orderId) };
    const receipt = await takeWipeReport({ ground, signedBy: tablet.id }, incoming);
    expect(await takeWipeReport({ ground, signedBy: tablet.id }, incoming)).toBe(receipt);
    expect(await rowOf(orderId)).toMatchObject({ wipedAt: ground.now(), report: report(orderId) });
    expect(await standing(tablet)).toBeNull();
    const again = takeWipeReport({ ground, signedBy: tablet.id }, { ...incoming, id: uuidV7() });
    expect(await reasonOf(again)).toBe('device.wiped');
    const cancel = perform(cancelWipe, admin(), { id: uuidV7(), payload: { orderId } });
    expect(await reasonOf(cancel)).toBe('device.wiped');
    const newer = perform(orderWipe, admin(), { id: uuidV7(), payload: newOrder(tablet.id) });
    expect(await reasonOf(newer)).toBe('device.wiped');
    const trail = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, incoming.id)),
    );
    expect(trail).toMatchObject([
      { action: 'device.report-wipe', actorId: null, actorName: `device ${tablet.id}`, subjectId: tablet.id },
    ]);
  });

  it('holds for an order that was taken back too late', async () => {
    const tablet = await addDevice();
    const { orderId } = await ordered(tablet);
    await perform(cancelWipe, admin(), { id: uuidV7(), payload: { orderId } });
    await takeWipeReport({ ground, signedBy: tablet.id }, { id: uuidV7(), payload: report(orderId) });
    expect(await rowOf(orderId)).toMatchObject({ cancelledAt: ground.now(), wipedAt: ground.now() });
  });
});

describe('the list of devices', () => {
  const told = {
    deviceTime: '2027-11-23T02:00:00.000Z',
    appVersion: '0.1.0',
    storageKept: true,
    freeBytes: 9_000_000_000,
    unsentRecords: 12,
    unsentPhotos: 4,
  };

  it('is for administrators, of their own units', async () => {
    const tablet = await addDevice();
    await expect(house.ask('inspector', listDevices, {})).rejects.toMatchObject({ code: 'forbidden' });
    const all = await house.ask('administrator', listDevices, {});
    expect(all.map(({ id }) => id)).toContain(tablet.id);
    expect(JSON.stringify(all)).not.toContain(tablet.registration('').signKey);
    const { ask } = await import('../query.ts');
    expect(await ask(listDevices, by(elsewhere), {})).toEqual([]);
  });

  it('tells what the device told of itself, when it signed', async () => {
    const tablet = await addDevice();
    const request = by(house.accountId('inspector'));
    const find = async () =>
      (await house.ask('administrator', listDevices, {})).find(({ id }) => id === tablet.id);
    await noteContact({ ...request, signedBy: null }, told);
    expect(await find()).toMatchObject({ state: 'new', lastContactAt: null, clockOff: false });
    await noteContact({ ...request, signedBy: tablet.id }, told);
    expect(await find()).toMatchObject({
      state: 'in-use',
      unsentRecords: 12,
      unsentPhotos: 4,
      clockOff: true,
      clockOffsetMs: -365 * 86_400_000,
      lastContactAt: ground.now(),
      lastContactDeviceAt: new Date(told.deviceTime),
      users: [{ fullName: 'Bùi Thị Kiểm' }],
      orders: [],
    });
    await ordered(tablet);
    const [first] = await house.ask('administrator', listDevices, { q: 'kiem', state: 'wiping' });
    expect(first).toMatchObject({ id: tablet.id, orders: [{ orderedBy: 'Đỗ Văn Quản', wipedAt: null }] });
  });

  it('is told nothing by a person who does not work on the device', async () => {
    const tablet = await addDevice();
    await noteContact({ ...by(house.accountId('outsider')), signedBy: tablet.id }, told);
    const [row] = await house.lookAsSystem((tx) => tx.select().from(device).where(eq(device.id, tablet.id)));
    expect(row?.lastContactAt).toBeNull();
  });
});
