import { roleGrant } from '@kycuong/db/schema/access.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { perform } from '../door.ts';
import { addPerson } from '../testing/add-person.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { endRole } from './end-role.ts';
import { importUsers } from './import-users.ts';

let house: House;
beforeEach(async () => {
  await house?.close();
  house = await openHouse();
});
afterAll(() => house.close());

const grantOf = async (accountId: string) => {
  const rows = await house.lookAsSystem((tx) =>
    tx.select().from(roleGrant).where(eq(roleGrant.accountId, accountId)),
  );
  return rows[0]?.id ?? '';
};
const end = async (name: Persona, lastDay = '2026-11-30') => ({
  grantId: await grantOf(house.accountId(name)),
  lastDay,
});

describe('ending a role', () => {
  it('is refused to nobody, to whoever is no administrator, and outside one’s units', async () => {
    const payload = await end('headNinhGiang');
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(endRole, stranger, { id: uuidV7(), payload });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const name of ['office', 'leadership', 'headNinhGiang'] as const)
      await expect(house.run(name, endRole, payload)).rejects.toMatchObject({ code: 'forbidden' });
    const { request } = await addPerson(house, 'qt.cole', 'administrator', 'coLe');
    for (const name of ['headNinhGiang', 'administrator'] as const)
      await expect(
        carryOut(endRole, request, { id: uuidV7(), payload: await end(name) }),
      ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('names the day that is wrong', async () => {
    const past = house.run('administrator', endRole, await end('headCoLe', '2026-11-21'));
    await expect(past).rejects.toMatchObject({
      code: 'invalid',
      key: 'access.end-in-past',
      details: { field: 'lastDay' },
    });
    const unreal = house.run('administrator', endRole, await end('headCoLe', '2026-11-31'));
    await expect(unreal).rejects.toMatchObject({ issues: [{ field: 'lastDay' }] });
  });

  it('takes effect once, with an entry that says whose role it was', async () => {
    const id = uuidV7();
    const payload = await end('headCoLe');
    const receipt = await house.send('administrator', endRole, payload, id);
    expect(await house.send('administrator', endRole, payload, id)).toBe(receipt);
    const [rows, entries] = await house.lookAsSystem(async (tx) => [
      await tx.select().from(roleGrant).where(eq(roleGrant.id, payload.grantId)),
      await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    ]);
    expect(rows).toMatchObject([{ validUntil: '2026-11-30' }]);
    expect(entries).toMatchObject([
      { action: 'access.end-role', subjectId: house.accountId('headCoLe'), detail: { ...payload } },
    ]);
  });

  it('takes a role back that has not begun', async () => {
    const { grantId } = await addPerson(house, 'chua.den', 'inspector', 'coLe', { validFrom: '2027-01-01' });
    expect(await house.run('administrator', endRole, { grantId, lastDay: '2026-11-23' })).toMatchObject({
      validUntil: null,
    });
    const rows = await house.lookAsSystem((tx) =>
      tx.select().from(roleGrant).where(eq(roleGrant.id, grantId)),
    );
    expect(rows).toEqual([]);
  });

  it('never leaves a place to a ghost: an administrator who never had a password counts for nobody', async () => {
    const values = { username: 'bong.ma', full_name: 'Bóng Ma', email: '', unit_code: '37' };
    const role = { role: 'administrator', valid_from: '2026-11-01', valid_until: '' };
    const rows = [{ line: 2, values: { ...values, ...role } }];
    expect(await house.run('administrator', importUsers, { rows, passwords: [] })).toMatchObject({
      created: 1,
    });
    const alone = house.run('administrator', endRole, await end('administrator', '2027-06-01'));
    await expect(alone).rejects.toMatchObject({ key: 'access.last-administrator-of' });
  });

  it('never takes the last administrator, not on a day to come either', async () => {
    const alone = house.run('administrator', endRole, await end('administrator', '2027-06-30'));
    await expect(alone).rejects.toMatchObject({
      key: 'access.last-administrator-of',
      details: { date: '2027-07-01', unit: 'Tỉnh Ninh Bình' },
    });
    await addPerson(house, 'qt.hai', 'administrator', 'ninhBinh', { validUntil: '2027-12-31' });
    const short = house.run('administrator', endRole, await end('administrator', '2027-06-30'));
    await expect(short).rejects.toMatchObject({ details: { date: '2028-01-01' } });
    await addPerson(house, 'qt.ba', 'administrator', null, { validFrom: '2028-01-01' });
    expect(await house.run('administrator', endRole, await end('administrator', '2027-06-30'))).toMatchObject(
      {
        validUntil: '2027-06-30',
      },
    );
  });

  it('leaves one of two administrators who end each other at the same time', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const [one, other] = await Promise.all(
        ['a', 'b'].map((who) => addPerson(house, `qt.${who}${turn}`, 'administrator', null)),
      );
      if (!one || !other) throw new Error('two administrators');
      const outcomes = await Promise.allSettled(
        [
          [one, other],
          [other, one],
        ].map(([by, whom]) =>
          carryOut(endRole, by?.request ?? one.request, {
            id: uuidV7(),
            payload: { grantId: whom?.grantId ?? '', lastDay: '2026-11-22' },
          }),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        // By how far the other one was when this one came in.
        reason: { code: expect.stringMatching(/^(conflict|forbidden)$/) },
      });
      // The next two start without these.
      await house.lookAsSystem(async (tx) => {
        for (const { grantId } of [one, other]) await tx.delete(roleGrant).where(eq(roleGrant.id, grantId));
      });
    }
  });
});
