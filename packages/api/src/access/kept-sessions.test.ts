import { knownBrowser, session } from '@kycuong/db/schema/access.ts';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../testing/house.ts';
import { createSession } from './create-session.ts';
import { isKnown, rememberBrowser } from './known-browser.ts';
import { openSession } from './open-session.ts';
import { ownSessions } from './own-sessions.ts';
import { atSignIn, queueForAccount } from './sessions.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const start = Date.parse('2026-11-23T02:00:00Z');
const minuteOf = (minute: number) => new Date(start + minute * 60_000);
const rowsOf = (accountId: string, limited: boolean) =>
  atSignIn(house.ground.database, (tx) =>
    tx
      .select()
      .from(session)
      .where(and(eq(session.accountId, accountId), eq(session.limited, limited))),
  );

describe('what is kept of an account', () => {
  it('are its twenty sessions used last, and half-open ones push none of them out', async () => {
    const { database } = house.ground;
    const accountId = house.accountId('leader');
    const at = (minute: number) => ({ database, now: () => minuteOf(minute) });
    const first = await createSession(at(0), { accountId });
    const second = await createSession(at(1), { accountId });
    const other = await createSession(at(0), { accountId: house.accountId('office') });
    expect(await openSession(database, first.id, minuteOf(30))).toBeDefined();
    for (let minute = 2; minute < 21; minute += 1) await createSession(at(minute), { accountId });
    expect(await rowsOf(accountId, false)).toHaveLength(20);
    expect(await openSession(database, second.id, minuteOf(30))).toBeUndefined();
    for (let one = 0; one < 25; one += 1) await createSession(at(31), { accountId, awaits: 'code' });
    expect(await rowsOf(accountId, true)).toHaveLength(20);
    for (const { id } of [first, other]) expect(await openSession(database, id, minuteOf(31))).toBeDefined();
    const shown = await house.ask('leader', ownSessions, { current: '' });
    expect(shown).toHaveLength(20);
  });

  it('are those of today, whatever a clock that was a year ahead has made', async () => {
    const { database } = house.ground;
    const accountId = house.accountId('outsider');
    const ahead = minuteOf(365 * 24 * 60);
    const at = (now: Date) => ({ database, now: () => now });
    const before = await createSession(at(minuteOf(0)), { accountId });
    for (let one = 0; one < 20; one += 1) await createSession(at(ahead), { accountId });
    for (const minute of [1, 2]) {
      const { id } = await createSession(at(minuteOf(minute)), { accountId });
      expect(await openSession(database, id, minuteOf(minute))).toBeDefined();
    }
    expect(await openSession(database, before.id, minuteOf(3))).toBeUndefined();
    const browsers = (browser: string, now: Date) =>
      atSignIn(database, (tx) => rememberBrowser(tx, { browser, accountId }, now));
    for (let one = 0; one < 50; one += 1) await browsers(`máy ${one}`, ahead);
    await browsers('máy hôm nay', minuteOf(3));
    const known = await atSignIn(database, (tx) => isKnown(tx, 'máy hôm nay', accountId));
    expect(known).toBe(true);
  });

  it('are no more when several sign in at once: each waits for the one before it', async () => {
    const { database } = house.ground;
    const accountId = house.accountId('quality');
    const create = (minute: number) =>
      createSession({ database, now: () => minuteOf(minute) }, { accountId });
    for (let minute = 0; minute < 20; minute += 1) await create(minute);
    let coming: Promise<unknown> = Promise.resolve();
    await atSignIn(database, async (tx) => {
      await queueForAccount(tx, accountId);
      const [createdAt, endsAt] = [minuteOf(20), minuteOf(60)];
      const times = { createdAt, lastUsedAt: createdAt, expiresAt: endsAt, endsAt };
      await tx.insert(session).values({ id: 'a'.repeat(64), accountId, ...times });
      coming = create(21);
      const waiting = () =>
        tx.execute(sql`select from pg_locks l join pg_database d on d.oid = l.database
          where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`);
      await Promise.race([coming, expect.poll(async () => (await waiting()).length).toBe(1)]);
    });
    await coming;
    expect(await rowsOf(accountId, false)).toHaveLength(20);
  });

  it('are the fifty browsers in which it signed in last', async () => {
    const accountId = house.accountId('inspector');
    const remember = (browser: string, minute: number) =>
      atSignIn(house.ground.database, (tx) => rememberBrowser(tx, { browser, accountId }, minuteOf(minute)));
    for (let one = 0; one < 52; one += 1) await remember(`máy ${one}`, one);
    await remember('máy 2', 60);
    await remember('máy 99', 61);
    const kept = await atSignIn(house.ground.database, (tx) =>
      tx.select().from(knownBrowser).where(eq(knownBrowser.accountId, accountId)),
    );
    const names = kept.map(({ browser }) => browser);
    expect(names).toHaveLength(50);
    expect(names).toEqual(expect.arrayContaining(['máy 2', 'máy 99', 'máy 51']));
    for (const gone of ['máy 0', 'máy 1', 'máy 3']) expect(names).not.toContain(gone);
  });
});
