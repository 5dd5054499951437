import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

const Ancestry = z.object({ unitId: z.string(), predecessorId: z.string() });

/** For each unit, the ids of all units that it came from, through any number of reforms; units without any are left out. */
export async function predecessorsOf(
  tx: Transaction,
  unitIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (unitIds.length === 0) return new Map();
  const rows = await tx.execute(sql`
    with recursive came (unit_id, id) as (
      select u.id, u.id from unit u where u.id in (${sql.join(
        unitIds.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})
      union
      select came.unit_id, back.id from came join lateral (
        select l.predecessor_id as id from unit_lineage l where l.successor_id = came.id
        union all
        select b.id from unit a join unit b on b.identity_id = a.identity_id and b.valid_from < a.valid_from
        where a.id = came.id
      ) back on true
    )
    select unit_id as "unitId", id as "predecessorId" from came where id <> unit_id`);
  const pairs = Map.groupBy(z.parse(z.array(Ancestry), rows.slice()), ({ unitId }) => unitId);
  return new Map([...pairs].map(([unitId, found]) => [unitId, found.map((row) => row.predecessorId)]));
}
