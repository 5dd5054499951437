import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { type House, openHouse, password } from '../testing/house.ts';
import { changePassword } from './change-password.ts';
import { createAccount } from './create-account.ts';
import { createSession } from './create-session.ts';
import { openSession } from './open-session.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const next = 'mot-mat-khau-khac';

describe('changing one’s password', () => {
  it('is refused to an account that does not exist', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(changePassword, stranger, { id: uuidV7(), payload: { current: password, next } });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('names the field that is wrong', async () => {
    const tooShort = house.run('office', changePassword, { current: password, next: 'ngan' });
    await expect(tooShort).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ field: 'next', key: 'input.too-short', details: { minimum: 10 } }],
    });
    const wrong = house.run('office', changePassword, { current: 'khong-phai', next });
    await expect(wrong).rejects.toMatchObject({
      key: 'access.wrong-current-password',
      details: { field: 'current' },
    });
  });

  it('takes effect once however often it is sent, ends every session, and leaves one entry without the secret', async () => {
    const { id: cookie } = await createSession(house.ground, { accountId: house.accountId('office') });
    expect(await openSession(house.ground.database, cookie, house.ground.now())).toBeDefined();
    const id = uuidV7();
    const payload = { current: password, next };
    const receipts = await Promise.all(
      Array.from({ length: 8 }, () => house.send('office', changePassword, payload, id)),
    );
    expect(new Set(receipts).size).toBe(1);
    expect(JSON.parse(receipts[0] ?? '')).toMatchObject({ id, status: 'applied' });
    expect(await openSession(house.ground.database, cookie, house.ground.now())).toBeUndefined();
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([
      { action: 'access.change-password', actorId: house.accountId('office'), detail: {} },
    ]);
  });

  it('gives a stored receipt to its author alone', async () => {
    const id = uuidV7();
    const payload = { current: 'khong-phai', next };
    const first = await house.send('leader', changePassword, payload, id);
    expect(await house.send('leader', changePassword, payload, id)).toBe(first);
    await expect(house.send('inspector', changePassword, payload, id)).rejects.toMatchObject({
      key: 'sync.id-reused',
    });
    const other = house.send('leader', createAccount, payload, id);
    await expect(other).rejects.toMatchObject({ key: 'sync.id-reused' });
    const kept = await house.lookAsSystem((tx) =>
      tx.select().from(commandReceipt).where(eq(commandReceipt.id, id)),
    );
    expect(kept).toHaveLength(1);
  });
});
