import { account, credential, roleGrant } from '@kycuong/db/schema/access.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { hashPassword } from '../access/password.ts';
import { type House, password, type UnitName } from './house.ts';

/** One more person of the house, who holds a role over a unit (null: the whole system) and works there. */
export async function addPerson(
  house: House,
  username: string,
  role: Role,
  over: UnitName | null,
  days: { readonly validFrom?: string; readonly validUntil?: string } = {},
) {
  const accountId = uuidV7();
  const grantId = uuidV7();
  const unitId = over === null ? null : house.unitId(over);
  const passwordHash = await hashPassword(password);
  await house.lookAsSystem(async (tx) => {
    await tx.insert(account).values({ id: accountId, username, fullName: `Người ${username}`, unitId });
    await tx.insert(credential).values({ accountId, passwordHash, changedAt: house.ground.now() });
    await tx
      .insert(roleGrant)
      .values({ id: grantId, accountId, role, unitId, validFrom: '2020-01-01', ...days });
  });
  const request = { ground: house.ground, caller: { kind: 'person', accountId } } as const;
  return { accountId, grantId, request };
}
