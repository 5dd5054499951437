import { roleGrant } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { asc, eq } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** A person's roles with the names of their units, in the order in which they began. */
export function grantsOf(tx: Transaction, accountId: string) {
  return tx
    .select({
      id: roleGrant.id,
      role: roleGrant.role,
      unitId: roleGrant.unitId,
      unitName: unit.name,
      validFrom: roleGrant.validFrom,
      validUntil: roleGrant.validUntil,
    })
    .from(roleGrant)
    .leftJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(eq(roleGrant.accountId, accountId))
    .orderBy(asc(roleGrant.validFrom), asc(roleGrant.id));
}
