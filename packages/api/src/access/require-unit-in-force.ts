import { unit } from '@kycuong/db/schema/organisation.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { isInForce } from '@kycuong/domain/organisation/unit.ts';
import { eq } from 'drizzle-orm';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Nobody begins to work at a unit, or to hold a role over it, that is not there on that day. `null` is no unit.
 * @throws DomainError `invalid` at `field`; `not-found` for a unit that nobody recorded.
 */
export async function requireUnitInForce(
  tx: Transaction,
  unitId: string | null,
  date: PlainDate,
  field: string,
): Promise<void> {
  if (unitId === null) return;
  const row = found((await tx.select().from(unit).where(eq(unit.id, unitId)))[0]);
  if (!isInForce(row, date)) throw new DomainError('invalid', 'access.unit-not-in-force', { field, date });
}
