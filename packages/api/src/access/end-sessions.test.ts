import { securityEvent } from '@kycuong/db/schema/access.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { perform } from '../door.ts';
import { addPerson } from '../testing/add-person.ts';
import { type House, openHouse } from '../testing/house.ts';
import { createSession } from './create-session.ts';
import { endSessions } from './end-sessions.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { getAccount } from './get-account.ts';
import { openSession } from './open-session.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('ending somebody’s sessions', () => {
  it('is refused to nobody, to whoever is no administrator, and outside one’s units', async () => {
    const payload = { accountId: house.accountId('headNinhGiang') };
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(endSessions, stranger, { id: uuidV7(), payload });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const name of ['office', 'headNinhGiang'] as const)
      await expect(house.run(name, endSessions, payload)).rejects.toMatchObject({ code: 'forbidden' });
    const { request } = await addPerson(house, 'qt.cole', 'administrator', 'coLe');
    const elsewhere = carryOut(endSessions, request, { id: uuidV7(), payload });
    await expect(elsewhere).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is refused by the second fence too, and never as a failure of ours', async () => {
    const now = house.ground.now();
    const accountId = house.accountId('headCoLe');
    const ended = house.look('office', (tx) => endSessionsOf(tx, accountId, now));
    await expect(ended).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('ends all of them and nobody else’s, once, with an entry', async () => {
    const accountId = house.accountId('headCoLe');
    const open = (id: string) => openSession(house.ground.database, id, house.ground.now());
    const mine = [
      await createSession(house.ground, { accountId, browser: 'Mozilla/5.0 Firefox/140.0' }),
      await createSession(house.ground, { accountId, awaits: 'code' }),
    ];
    const other = await createSession(house.ground, { accountId: house.accountId('office') });
    const seen = await house.ask('administrator', getAccount, { accountId });
    expect(seen.sessions).toHaveLength(1);
    const id = uuidV7();
    const receipt = await house.send('administrator', endSessions, { accountId }, id);
    expect(JSON.parse(receipt)).toMatchObject({ result: { ended: 2 } });
    for (const session of mine) expect(await open(session.id)).toBeUndefined();
    expect(await open(other.id)).toBeDefined();
    const later = await createSession(house.ground, { accountId });
    expect(await house.send('administrator', endSessions, { accountId }, id)).toBe(receipt);
    expect(await open(later.id)).toBeDefined();
    const [entries, events] = await house.lookAsSystem(async (tx) => [
      await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
      await tx.select().from(securityEvent).where(eq(securityEvent.accountId, accountId)),
    ]);
    expect(events).toMatchObject([{ kind: 'session-ended', byId: house.accountId('administrator') }]);
    expect(entries).toMatchObject([
      { action: 'access.end-sessions', subjectId: accountId, detail: { accountId, ended: 2 } },
    ]);
  });
});
