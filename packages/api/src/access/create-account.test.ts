import { account, credential, roleGrant } from '@kycuong/db/schema/access.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { CreateAccount } from '@kycuong/domain/access/create-account.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../carry-out.ts';
import { perform } from '../door.ts';
import { type House, openHouse } from '../testing/house.ts';
import { openRegister } from '../testing/more-people.ts';
import { createAccount } from './create-account.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const secret = 'mat-khau-rat-dai';
function person(username: string, change: Partial<CreateAccount> = {}): CreateAccount {
  const unitId = house.unitId('coLe');
  const grants = [{ role: 'agency-head' as const, unitId, validFrom: '2025-07-01', validUntil: null }];
  const facts = { username, fullName: 'Người Mẫu', email: null, unitId, grants, password: secret };
  return { accountId: uuidV7(), ...facts, ...change };
}
const overEverything = [
  { role: 'administrator' as const, unitId: null, validFrom: '2025-07-01', validUntil: null },
];

describe('creating an account', () => {
  it('is refused to whoever is not an administrator', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const sent = perform(createAccount, stranger, { id: uuidV7(), payload: person('ai.do') });
    await expect(sent).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const name of ['office', 'headCoLe'] as const)
      await expect(house.run(name, createAccount, person('ai.do'))).rejects.toMatchObject({
        code: 'forbidden',
      });
  });

  it('gives nobody more than the administrator has', async () => {
    const wide = person('ai.do', { unitId: null, grants: overEverything });
    await expect(house.run('administrator', createAccount, wide)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const mixed = person('ai.do', { grants: [...person('ai.do').grants, ...overEverything] });
    await expect(house.run('administrator', createAccount, mixed)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const system = { kind: 'system', name: 'root', roles: ['administrator'] } as const;
    const payload = person('toan.quyen', { unitId: null, grants: overEverything });
    const request = { ground: house.ground, caller: system };
    expect(await carryOut(createAccount, request, { id: uuidV7(), payload })).toMatchObject({
      username: 'toan.quyen',
    });
  });

  it('names the field that is wrong', async () => {
    const [grant] = person('ai.do').grants;
    for (const [payload, field] of [
      [person('có dấu'), 'username'],
      [person('ai.do', { password: 'ngan' }), 'password'],
      [person('ai.do', { email: 'khong-phai' }), 'email'],
      [
        person('ai.do', { grants: [{ ...overEverything[0], role: 'inspector' } as never] }),
        'grants.0.unitId',
      ],
      [person('ai.do', { grants: [{ ...grant, validUntil: '2025-01-01' } as never] }), 'grants.0.validUntil'],
    ] as const) {
      await expect(house.run('administrator', createAccount, payload)).rejects.toMatchObject({
        code: 'invalid',
        issues: [{ field }],
      });
    }
    await expect(house.run('administrator', createAccount, person('LEADER'))).rejects.toMatchObject({
      code: 'conflict',
      key: 'access.username-taken',
      details: { field: 'username' },
    });
  });

  it('makes nobody who works at a unit that is not there today, or holds a role over one from before its first day', async () => {
    const register = await openRegister(house);
    const under = { kind: 'xa', level: 'commune', parentId: house.unitId('ninhBinh') } as const;
    const gone = await register.addUnit({ ...under, name: 'Xã Đã Gộp', until: '2026-11-22' });
    const coming = await register.addUnit({ ...under, name: 'Xã Sắp Lập', from: '2026-11-24' });
    await register.close();
    const [grant] = person('ai.do').grants;
    for (const unitId of [gone, coming])
      await expect(
        house.run('administrator', createAccount, person('ai.do', { unitId })),
      ).rejects.toMatchObject({
        key: 'access.unit-not-in-force',
        details: { field: 'unitId', date: '2026-11-23' },
      });
    const early = { ...grant, unitId: coming, validFrom: '2026-11-23' } as never;
    await expect(
      house.run('administrator', createAccount, person('ai.do', { grants: [grant as never, early] })),
    ).rejects.toMatchObject({
      key: 'access.unit-not-in-force',
      details: { field: 'grants.1.unitId', date: '2026-11-23' },
    });
  });

  it('takes effect once, keeps the password hashed and out of the trail', async () => {
    const id = uuidV7();
    const payload = person('Chu.Tich2');
    const receipt = await house.send('administrator', createAccount, payload, id);
    expect(await house.send('administrator', createAccount, payload, id)).toBe(receipt);
    const { accountId } = payload;
    expect(JSON.parse(receipt)).toMatchObject({
      status: 'applied',
      result: { accountId, username: 'chu.tich2' },
    });
    const [made, granted, entries] = await house.lookAsSystem(async (tx) => [
      await tx.select().from(account).where(eq(account.id, accountId)),
      await tx.select().from(roleGrant).where(eq(roleGrant.accountId, accountId)),
      await tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    ]);
    expect(made).toMatchObject([{ username: 'chu.tich2', invented: false }]);
    expect(granted).toMatchObject([{ role: 'agency-head', unitId: house.unitId('coLe') }]);
    expect(entries).toMatchObject([{ subjectId: accountId, detail: { username: 'chu.tich2' } }]);
    expect(JSON.stringify(entries)).not.toContain(secret);
    const hidden = await house.look('administrator', (tx) =>
      tx.select().from(credential).where(eq(credential.accountId, accountId)),
    );
    expect(hidden).toEqual([]);
  });
});
