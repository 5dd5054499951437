import { unit, unitLineage } from '@kycuong/db/schema/organisation.ts';
import type { Unit } from '@kycuong/domain/organisation/unit.ts';
import type { UnitLineage } from '@kycuong/domain/organisation/unit-lineage.ts';
import { sql } from 'drizzle-orm';
import { inChunks } from '../in-chunks.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Only one change of the map at a time: each is planned on what the other has left. From here on no table is read whole
 * where a key leads to the row: a connection keeps the plan by which it first checked a foreign key, and made while there
 * were few units it would read all of a country's for each of them. Nor is anything compiled that is dear by that alone.
 */
export async function lockUnits(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('organisation', 0)),
    set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`);
}

/** Writes units as they shall be, parents before children. */
export async function saveUnits(tx: Transaction, units: readonly Unit[]): Promise<void> {
  for (const rows of inChunks(units)) {
    await tx
      .insert(unit)
      .values(rows)
      .onConflictDoUpdate({
        target: unit.id,
        set: {
          name: sql`excluded.name`,
          kind: sql`excluded.kind`,
          level: sql`excluded.level`,
          parentId: sql`excluded.parent_id`,
          validFrom: sql`excluded.valid_from`,
          validUntil: sql`excluded.valid_until`,
        },
      });
  }
}

export async function saveLineage(tx: Transaction, links: readonly UnitLineage[]): Promise<void> {
  for (const rows of inChunks(links)) await tx.insert(unitLineage).values(rows);
}

export async function saveIdentities(
  tx: Transaction,
  identities: readonly { readonly unitId: string; readonly identityId: string }[],
): Promise<void> {
  if (identities.length === 0) return;
  await tx.execute(sql`
    update unit set identity_id = taken."identityId"
    from jsonb_to_recordset(${JSON.stringify(identities)}::jsonb) as taken("unitId" uuid, "identityId" uuid)
    where unit.id = taken."unitId"`);
}

/** Derives anew who stands over whom; after every change of units or lineage. */
export async function rebuildScope(tx: Transaction): Promise<void> {
  await tx.execute(sql`select rebuild_unit_scope()`);
}
