import { unit } from '@kycuong/db/schema/organisation.ts';
import { isHeldOver, type Role } from '@kycuong/domain/access/role.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { inArray } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/**
 * Roles of a province are given over a province.
 * @throws DomainError `invalid`, with the field of every grant that is to be held over less.
 */
export async function requireHeldOver(
  tx: Transaction,
  grants: readonly { readonly role: Role; readonly unitId: string | null }[],
  fieldOf: (index: number) => string,
): Promise<void> {
  const ids = grants.flatMap(({ unitId }) => unitId ?? []);
  if (ids.length === 0) return;
  const rows = await tx.select({ id: unit.id, kind: unit.kind }).from(unit).where(inArray(unit.id, ids));
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  const key = 'access.role-needs-province';
  const issues = grants.flatMap(({ role, unitId }, index) => {
    const kind = kinds.get(unitId ?? '');
    return kind === undefined || isHeldOver(role, kind)
      ? []
      : [{ field: fieldOf(index), key, details: {} } as const];
  });
  const [first] = issues;
  if (first) throw new DomainError('invalid', key, { field: first.field }, issues);
}
