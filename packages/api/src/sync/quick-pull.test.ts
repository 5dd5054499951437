import { account } from '@kycuong/db/schema/access.ts';
import type { Pulled } from '@kycuong/domain/sync/pull.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '../access/create-session.ts';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';
import { setAnswer } from '../visit/set-answer.ts';
import { pull } from './pull.ts';
import { quickPull } from './quick-pull.ts';

let house: FieldHouse;
let cookie: string;
const hour = 3_600_000;

beforeAll(async () => {
  house = await openFieldHouse();
  cookie = (await createSession(house.ground, { accountId: house.accountId('inspector') })).id;
});
afterAll(() => house.close());

/** `ms` later than it is. */
const ask = (input: unknown, { as = cookie, ms = 0 } = {}) =>
  quickPull(house.ground.database, {
    cookie: as,
    input: JSON.stringify(input),
    now: new Date(house.ground.now().getTime() + ms),
  });

describe('a quick pull', () => {
  it('says what the ordinary way says, a page of changes and none', async () => {
    const round = await house.addRound();
    await house.settle();
    const { cursor } = await house.ask('inspector', pull, { cursor: null });
    await house.run('leader', setAnswer, { visitId: round.visitId('coLe'), itemCode: 'M01', note: '"Có"\n' });
    await house.settle();
    const { serverTime: _, ...ordinary } = await house.ask('inspector', pull, { cursor });
    const quick: Pulled = JSON.parse((await ask({ cursor })) ?? 'null');
    expect(quick).toMatchObject(ordinary);
    expect(ordinary.changes.map(({ kind }) => kind)).toEqual(['visit', 'command']);
    const empty: Pulled = JSON.parse((await ask({ cursor: quick.cursor })) ?? 'null');
    expect([empty.changes, empty.more, empty.startedOver]).toEqual([[], false, false]);
  });

  it('leaves to the ordinary way what wants packets, and what does not parse', async () => {
    await house.addRound();
    await house.settle();
    expect(await ask({ cursor: null })).toBeUndefined();
    expect(await ask({ cursor: 7 })).toBeUndefined();
    const broken = { cookie, input: '{', now: new Date() };
    expect(await quickPull(house.ground.database, broken)).toBeUndefined();
  });

  it('leaves to the ordinary way a pull along which a device tells of itself', async () => {
    const { cursor } = await house.ask('inspector', pull, { cursor: null });
    const contact = {
      deviceTime: '2026-11-23T02:00:00.000Z',
      appVersion: '0.1.0',
      ...{ storageKept: null, freeBytes: null, unsentRecords: 0, unsentPhotos: 0 },
    };
    expect(await ask({ cursor })).toBeDefined();
    expect(await ask({ cursor, contact })).toBeUndefined();
  });

  it('answers nobody without a session, nor one that has ended or has to be prolonged, nor a disabled account', async () => {
    const { cursor } = await house.ask('outsider', pull, { cursor: null });
    const outsider = house.accountId('outsider');
    const { id } = await createSession(house.ground, { accountId: outsider });
    expect(await ask({ cursor }, { as: id })).toContain('"changes":[]');
    expect(await ask({ cursor }, { as: 'a'.repeat(40) })).toBeUndefined();
    expect(await ask({ cursor }, { as: id, ms: 13 * hour })).toBeUndefined();
    expect(await ask({ cursor }, { as: id, ms: 7 * hour })).toBeUndefined();
    // Made by a clock that was a day ahead, or good only for setting a password.
    const ahead = { ...house.ground, now: () => new Date(house.ground.now().getTime() + 24 * hour) };
    const early = await createSession(ahead, { accountId: outsider });
    expect(await ask({ cursor }, { as: early.id })).toBeUndefined();
    const limited = await createSession(house.ground, { accountId: outsider, awaits: 'password' });
    expect(await ask({ cursor }, { as: limited.id })).toBeUndefined();
    await house.lookAsSystem((tx) =>
      tx.update(account).set({ disabledAt: new Date() }).where(eq(account.id, outsider)),
    );
    expect(await ask({ cursor }, { as: id })).toBeUndefined();
  });
});
