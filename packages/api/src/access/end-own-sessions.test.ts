import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { createSession } from './create-session.ts';
import { endOwnSessions } from './end-own-sessions.ts';
import { openSession } from './open-session.ts';
import { ownSessions } from './own-sessions.ts';
import { sessionHash } from './sessions.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0';
const signIn = async (name: Persona) =>
  (
    await createSession(house.ground, {
      accountId: house.accountId(name),
      address: '10.0.0.7',
      browser: windows,
    })
  ).id;
const listOf = (name: Persona, cookie = '') => house.ask(name, ownSessions, { current: sessionHash(cookie) });
const isOpen = async (cookie: string) =>
  (await openSession(house.ground.database, cookie, house.ground.now())) !== undefined;

describe('one’s own sessions', () => {
  it('are refused to an account that does not exist', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(endOwnSessions, stranger, { id: uuidV7(), payload: { refs: [uuidV7()] } });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('names the field that is wrong', async () => {
    await expect(house.run('office', endOwnSessions, { refs: [] })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ field: 'refs' }],
    });
  });

  it('are shown with where and since when, without anything that opens one; those that are over are not', async () => {
    const here = await signIn('office');
    house.setNow('2026-11-23T14:30:00Z');
    const there = await signIn('office');
    const list = await listOf('office', there);
    expect(list).toMatchObject([
      {
        ...{ address: '10.0.0.7', browser: 'Edge', system: 'Windows', deviceLabel: null, isCurrent: true },
        ...{ createdAt: '2026-11-23T14:30:00.000Z', endsAt: '2026-11-24T02:30:00.000Z' },
      },
    ]);
    for (const cookie of [here, there])
      for (const secret of [cookie, sessionHash(cookie)]) expect(JSON.stringify(list)).not.toContain(secret);
  });

  it('are ended one by one or all but this one, once, with an entry; nobody ends another’s', async () => {
    const [mine, other, third] = [await signIn('leader'), await signIn('leader'), await signIn('leader')];
    const foreign = await signIn('inspector');
    const refs = (await listOf('leader', mine)).filter(({ isCurrent }) => !isCurrent).map(({ ref }) => ref);
    const [foreignRef] = (await listOf('inspector')).map(({ ref }) => ref);
    expect(refs).toHaveLength(2);
    const id = uuidV7();
    const payload = { refs: [...refs, foreignRef ?? ''] };
    const receipt = await house.send('leader', endOwnSessions, payload, id);
    expect(await house.send('leader', endOwnSessions, payload, id)).toBe(receipt);
    expect(JSON.parse(receipt)).toMatchObject({ status: 'applied', result: { ended: 2 } });
    expect(await Promise.all([mine, other, third, foreign].map(isOpen))).toEqual([true, false, false, true]);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ action: 'access.end-own-sessions', detail: { ended: 2 } }]);
  });
});
