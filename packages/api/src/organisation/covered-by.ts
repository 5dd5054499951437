import { unitScope } from '@kycuong/db/schema/organisation.ts';
import { and, eq, exists, inArray, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Transaction } from '../transaction.ts';

/** Ids of all units that stand over a unit on any date, itself included: the scope on which permission depends. */
export async function coveredBy(tx: Transaction, unitId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: unitScope.ancestorId })
    .from(unitScope)
    .where(eq(unitScope.unitId, unitId));
  return rows.map(({ id }) => id);
}

/** The same of several units, by unit. */
export async function coveredByEach(
  tx: Transaction,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (unitIds.length === 0) return new Map();
  const rows = await tx
    .select({ unitId: unitScope.unitId, id: unitScope.ancestorId })
    .from(unitScope)
    .where(inArray(unitScope.unitId, [...new Set(unitIds)]));
  return new Map(
    [...Map.groupBy(rows, ({ unitId }) => unitId)].map(([unitId, over]) => [
      unitId,
      over.map(({ id }) => id),
    ]),
  );
}

/** A condition on a unit's column: one of these units stands over it. */
export function standsUnder(tx: Transaction, column: AnyPgColumn, over: readonly string[]): SQL {
  return exists(
    tx
      .select()
      .from(unitScope)
      .where(and(eq(unitScope.unitId, column), inArray(unitScope.ancestorId, [...over]))),
  );
}
