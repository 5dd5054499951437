import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';
import { communesOf } from './area-units.ts';

/**
 * A condition on a unit's column: the unit stands below the area, or below what the area's communes became by a day.
 * Their predecessors count with them.
 */
export async function withinArea(
  tx: Transaction,
  column: 'a.unit_id' | 'f.unit_id',
  areaId: string,
  asOf: PlainDate,
): Promise<SQL> {
  const communes = await communesOf(tx, areaId, asOf);
  const above = JSON.stringify([areaId, ...communes.map(({ id }) => id)]);
  return sql`exists (
    select 1 from unit_scope s
    where s.unit_id = ${sql.raw(column)}
      and s.ancestor_id in (select value::uuid from jsonb_array_elements_text(${above}::jsonb))
  )`;
}
