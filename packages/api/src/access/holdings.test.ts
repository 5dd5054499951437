import { device } from '@kycuong/db/schema/device.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDevice } from '../device/register.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { ask } from '../query.ts';
import { addPerson } from '../testing/add-person.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { concludedRound, issuedRound } from '../testing/rounds.ts';
import { makeTestDevice } from '../testing/test-device.ts';
import { getAccount } from './get-account.ts';
import { holdings } from './holdings.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  await issuedRound(house, { form: 'unannounced', name: 'Đợt kiểm tra giấu tên' });
  const tablet = makeTestDevice();
  await house.run('leader', registerDevice, tablet.registration(house.accountId('leader')));
  await house.lookAsSystem((tx) =>
    tx.update(device).set({ unsentRecords: 3, unsentPhotos: 1 }).where(eq(device.id, tablet.id)),
  );
});
afterAll(() => house.close());

describe('what a leaver still holds', () => {
  it('is an administrator’s to see, within their units', async () => {
    const accountId = house.accountId('leader');
    const nobody = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(ask(holdings, nobody, { accountId })).rejects.toMatchObject({ code: 'unauthenticated' });
    const { request } = await addPerson(house, 'qt.xa', 'administrator', 'coLe');
    for (const name of ['office', 'leader'] as const) {
      await expect(house.ask(name, holdings, { accountId })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(house.ask(name, getAccount, { accountId })).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(ask(holdings, request, { accountId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask(getAccount, request, { accountId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is told in numbers, and names nothing of an unannounced round', async () => {
    const seen = await house.ask('administrator', holdings, { accountId: house.accountId('leader') });
    expect(seen).toMatchObject({
      roundsLed: 1,
      roundsJoined: 0,
      rounds: [],
      openVisits: 1,
      undecided: 0,
      devices: [{ unsentRecords: 3, unsentPhotos: 1, mayOpen: true }],
    });
    expect(JSON.stringify(seen)).not.toMatch(/giấu tên|KT-|Cổ Lễ/);
    const member = await house.ask('administrator', holdings, { accountId: house.accountId('inspector') });
    expect(member).toMatchObject({ roundsLed: 0, roundsJoined: 1, openVisits: 0, devices: [] });
    const none = await house.ask('administrator', holdings, { accountId: house.accountId('outsider') });
    expect(none).toMatchObject({ roundsLed: 0, openVisits: 0, actionsToAnswer: 0, unjudgedAnswers: 0 });
  });

  it('counts what a unit has to answer for its head, not for the team that asked for it', async () => {
    await concludedRound(house);
    const of = (name: Persona) => house.ask('administrator', holdings, { accountId: house.accountId(name) });
    expect(await of('headCoLe')).toMatchObject({ roundsLed: 0, openVisits: 0, actionsToAnswer: 1 });
    expect(await of('leader')).toMatchObject({ roundsLed: 1, actionsToAnswer: 0 });
  });
});

describe('an account', () => {
  it('tells its roles and which acts are one’s own to do', async () => {
    const ofHead = await house.ask('administrator', getAccount, { accountId: house.accountId('headCoLe') });
    expect(ofHead).toMatchObject({
      username: 'headCoLe',
      state: 'active',
      roles: [{ role: 'agency-head', unitName: 'Xã Cổ Lễ', validUntil: null, mayEnd: true }],
      acts: { change: true, lock: true, unlock: false, endSessions: true, beginRole: true },
    });
    const own = await house.ask('administrator', getAccount, {
      accountId: house.accountId('administrator'),
    });
    expect(own.acts).toMatchObject({ change: true, lock: false });
    const commune = await addPerson(house, 'qt.cole', 'administrator', 'coLe');
    const both = await addPerson(house, 'hai.vai', 'agency-head', 'coLe');
    const above = await ask(getAccount, commune.request, { accountId: both.accountId });
    expect(above.acts.lock).toBe(true);
  });
});
