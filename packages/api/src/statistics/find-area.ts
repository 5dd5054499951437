import { unit } from '@kycuong/db/schema/organisation.ts';
import { eq } from 'drizzle-orm';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';

/** The unit whose communes are counted, with the days of its interval. */
export async function findArea(tx: Transaction, areaId: string) {
  const rows = await tx
    .select({
      id: unit.id,
      code: unit.code,
      name: unit.name,
      level: unit.level,
      validFrom: unit.validFrom,
      validUntil: unit.validUntil,
    })
    .from(unit)
    .where(eq(unit.id, areaId));
  return found(rows[0]);
}
