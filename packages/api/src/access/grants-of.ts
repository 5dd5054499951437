import { roleGrant } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { isHeldOver, type Role } from '@kycuong/domain/access/role.ts';
import type { UnitKind } from '@kycuong/domain/organisation/unit-kind.ts';
import { asc, eq } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** A person's roles with the names of their units, in the order in which they began. */
export async function grantsOf(tx: Transaction, accountId: string) {
  const rows = await tx
    .select({
      id: roleGrant.id,
      role: roleGrant.role,
      unitId: roleGrant.unitId,
      unitName: unit.name,
      unitCode: unit.code,
      unitKind: unit.kind,
      validFrom: roleGrant.validFrom,
      validUntil: roleGrant.validUntil,
    })
    .from(roleGrant)
    .leftJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(eq(roleGrant.accountId, accountId))
    .orderBy(asc(roleGrant.validFrom), asc(roleGrant.id));
  return rows.map(({ unitKind, ...grant }) => ({ ...grant, counts: counts(grant.role, unitKind) }));
}

/** False: given over less than the role is held over, before that was refused. It gives nothing. */
export function counts(role: Role, kind: UnitKind | null): boolean {
  return kind === null || isHeldOver(role, kind);
}
