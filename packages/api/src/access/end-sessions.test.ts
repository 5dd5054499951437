import { securityEvent } from '@kycuong/db/schema/access.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { type House, openHouse } from '../testing/house.ts';
import { createSession } from './create-session.ts';
import { endSessions } from './end-sessions.ts';
import { openSession } from './open-session.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('ending a person’s sessions', () => {
  it('is refused to whoever is not an administrator', async () => {
    const accountId = house.accountId('inspector');
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(endSessions, stranger, { id: uuidV7(), payload: { accountId } });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const name of ['office', 'headCoLe', 'inspector'] as const)
      await expect(house.run(name, endSessions, { accountId })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('ends them all, once, and says so in the trail and in the security log', async () => {
    const accountId = house.accountId('inspector');
    const cookies = await Promise.all(
      [1, 2].map(async () => (await createSession(house.ground, { accountId })).id),
    );
    const id = uuidV7();
    const receipt = await house.send('administrator', endSessions, { accountId }, id);
    expect(await house.send('administrator', endSessions, { accountId }, id)).toBe(receipt);
    expect(JSON.parse(receipt)).toMatchObject({ status: 'applied', result: { ended: 2 } });
    for (const cookie of cookies)
      expect(await openSession(house.ground.database, cookie, house.ground.now())).toBeUndefined();
    const [entries, events] = await house.lookAsSystem(async (tx) => [
      await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
      await tx.select().from(securityEvent).where(eq(securityEvent.accountId, accountId)),
    ]);
    expect(entries).toMatchObject([{ action: 'access.end-sessions', subjectId: accountId }]);
    expect(events).toMatchObject([{ kind: 'session-ended', byId: house.accountId('administrator') }]);
  });
});
