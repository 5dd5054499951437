import { roleGrant } from '@kycuong/db/schema/access.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { perform } from '../door.ts';
import { addPerson } from '../testing/add-person.ts';
import { type House, openHouse } from '../testing/house.ts';
import { beginRole } from './begin-role.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const inspecting = (change = {}) => ({
  accountId: house.accountId('headCoLe'),
  grantId: uuidV7(),
  grant: {
    role: 'inspector' as const,
    unitId: house.unitId('coLe'),
    validFrom: '2026-12-01',
    validUntil: null,
    ...change,
  },
});

describe('beginning a role', () => {
  it('is refused to nobody and to whoever is no administrator', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(beginRole, stranger, { id: uuidV7(), payload: inspecting() });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const name of ['office', 'leadership', 'headCoLe'] as const)
      await expect(house.run(name, beginRole, inspecting())).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('gives nobody more than one administers oneself', async () => {
    const { accountId, request } = await addPerson(house, 'qt.cole', 'administrator', 'coLe');
    const send = (payload: ReturnType<typeof inspecting>) =>
      carryOut(beginRole, request, { id: uuidV7(), payload });
    const province = { role: 'administrator', unitId: house.unitId('ninhBinh') };
    for (const payload of [
      { ...inspecting(province), accountId },
      { ...inspecting({ ...province, unitId: null }), accountId },
      inspecting({ unitId: house.unitId('ninhGiang') }),
      { ...inspecting(), accountId: house.accountId('headNinhGiang') },
    ])
      await expect(send(payload)).rejects.toMatchObject({ code: 'forbidden' });
    const wide = house.run('administrator', beginRole, inspecting({ role: 'administrator', unitId: null }));
    await expect(wide).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is given by another administrator, never to oneself', async () => {
    const own = { ...inspecting({ role: 'leadership', unitId: house.unitId('ninhBinh') }) };
    const accountId = house.accountId('administrator');
    await expect(house.run('administrator', beginRole, { ...own, accountId })).rejects.toMatchObject({
      key: 'access.own-role',
    });
    const machine = { kind: 'system', name: 'may-chu', roles: ['administrator'] } as const;
    const request = { ground: house.ground, caller: machine };
    const grant = { ...own.grant, role: 'agency-head' as const };
    const begun = await carryOut(beginRole, request, {
      id: uuidV7(),
      payload: { ...own, accountId, grant },
    });
    expect(begun).toMatchObject({ grantId: own.grantId });
  });

  it('names the field that is wrong', async () => {
    for (const [grant, field] of [
      [{ validFrom: '2026-02-30' }, 'grant.validFrom'],
      [{ validUntil: '2026-11-30' }, 'grant.validUntil'],
      [{ unitId: null }, 'grant.unitId'],
    ] as const)
      await expect(house.run('administrator', beginRole, inspecting(grant))).rejects.toMatchObject({
        issues: [{ field }],
      });
    const early = house.run('administrator', beginRole, inspecting({ validFrom: '2025-06-30' }));
    await expect(early).rejects.toMatchObject({
      key: 'access.unit-not-in-force',
      details: { field: 'grant.unitId', date: '2025-06-30' },
    });
  });

  it('takes effect once, with an entry, and not beside the same role on the same days', async () => {
    const id = uuidV7();
    const payload = inspecting();
    const receipt = await house.send('administrator', beginRole, payload, id);
    expect(await house.send('administrator', beginRole, payload, id)).toBe(receipt);
    const [rows, entries] = await house.lookAsSystem(async (tx) => [
      await tx.select().from(roleGrant).where(eq(roleGrant.id, payload.grantId)),
      await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    ]);
    expect(rows).toMatchObject([payload.grant]);
    expect(entries).toMatchObject([{ action: 'access.begin-role', subjectId: payload.accountId }]);
    const twice = house.run('administrator', beginRole, inspecting({ validFrom: '2027-01-01' }));
    await expect(twice).rejects.toMatchObject({ key: 'access.role-held' });
    const both = await Promise.allSettled(
      [1, 2].map(() =>
        house.run(
          'administrator',
          beginRole,
          inspecting({ role: 'quality-office', unitId: house.unitId('ninhBinh') }),
        ),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
