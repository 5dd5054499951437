import { unitScope } from '@kycuong/db/schema/organisation.ts';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** Ids of all units that stand over a unit on any date, itself included: the scope on which permission depends. */
export async function coveredBy(tx: Transaction, unitId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: unitScope.ancestorId })
    .from(unitScope)
    .where(eq(unitScope.unitId, unitId));
  return rows.map(({ id }) => id);
}
