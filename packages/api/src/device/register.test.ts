import { device, deviceAccount } from '@kycuong/db/schema/device.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { type House, openHouse } from '../testing/house.ts';
import { makeTestDevice } from '../testing/test-device.ts';
import { registerDevice } from './register.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ofDevice = (id: string) =>
  house.lookAsSystem(async (tx) => ({
    row: (await tx.select().from(device).where(eq(device.id, id)))[0],
    accounts: await tx.select().from(deviceAccount).where(eq(deviceAccount.deviceId, id)),
    trail: await tx.select().from(trailEntry).where(eq(trailEntry.subjectId, id)),
  }));

describe('registering a device', () => {
  it('is for people who are signed in', async () => {
    const tablet = makeTestDevice();
    const id = uuidV7();
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const payload = tablet.registration(uuidV7());
    await expect(perform(registerDevice, stranger, { id, payload })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const system = { kind: 'system', name: 'máy', roles: ['administrator'] } as const;
    const receipt = await perform(registerDevice, { ground: house.ground, caller: system }, { id, payload });
    expect(JSON.parse(receipt)).toMatchObject({ status: 'refused', reason: { key: 'access.forbidden' } });
  });

  it('refuses what is no key, and a key that the sender does not hold', async () => {
    const tablet = makeTestDevice();
    const me = house.accountId('inspector');
    const good = tablet.registration(me);
    const badKey = { ...good, signKey: 'A'.repeat(122) };
    const badAgreeKey = { ...good, agreeKey: `${good.agreeKey.slice(0, 40)}${'A'.repeat(82)}` };
    const stolen = { ...good, proof: makeTestDevice().registration(me).proof };
    const ofAnother = tablet.registration(house.accountId('leader'));
    for (const [payload, key] of [
      [badKey, 'device.not-a-key'],
      [badAgreeKey, 'device.not-a-key'],
      [stolen, 'device.proof-wrong'],
      [ofAnother, 'device.proof-wrong'],
    ] as const)
      await expect(house.run('inspector', registerDevice, payload)).rejects.toMatchObject({
        code: 'invalid',
        key,
      });
    await expect(house.run('inspector', registerDevice, { ...good, label: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect((await ofDevice(tablet.id)).row).toBeUndefined();
  });

  it('never takes other keys under a known id', async () => {
    const tablet = makeTestDevice();
    await house.run('inspector', registerDevice, tablet.registration(house.accountId('inspector')));
    const clone = makeTestDevice(tablet.id);
    for (const name of ['inspector', 'leader'] as const)
      await expect(
        house.run(name, registerDevice, clone.registration(house.accountId(name))),
      ).rejects.toMatchObject({ code: 'conflict', key: 'device.key-changed' });
    const { row, accounts } = await ofDevice(tablet.id);
    expect(row?.signKey).toBe(tablet.registration('').signKey);
    expect(accounts).toHaveLength(1);
    const changed = house.lookAsSystem((tx) =>
      tx
        .update(device)
        .set({ signKey: clone.registration('').signKey })
        .where(eq(device.id, tablet.id)),
    );
    await expect(changed).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('keeps the device with its unit, again for another person and with a new name, and writes the trail', async () => {
    const tablet = makeTestDevice();
    const registration = tablet.registration(house.accountId('inspector'), 'Máy số 1');
    const id = uuidV7();
    const receipt = await house.send('inspector', registerDevice, registration, id);
    expect(JSON.parse(receipt).result).toEqual({
      deviceId: tablet.id,
      label: 'Máy số 1',
      orderKey: null,
      recoveryKey: null,
    });
    expect(await house.send('inspector', registerDevice, registration, id)).toBe(receipt);
    await house.run('leader', registerDevice, tablet.registration(house.accountId('leader'), 'Máy số 2'));
    const { row, accounts, trail } = await ofDevice(tablet.id);
    expect(row).toMatchObject({
      label: 'Máy số 2',
      registeredBy: house.accountId('inspector'),
      unitId: house.unitId('soNoiVu'),
    });
    expect(accounts.map(({ accountId }) => accountId).toSorted()).toEqual(
      [house.accountId('inspector'), house.accountId('leader')].toSorted(),
    );
    expect(trail).toMatchObject([
      { action: 'device.register', commandId: id, unitId: house.unitId('soNoiVu') },
      { action: 'device.register', actorId: house.accountId('leader') },
    ]);
    expect(JSON.stringify(trail)).not.toContain(registration.proof);
  });
});
