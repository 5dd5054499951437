import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

const Predecessor = z.object({
  identityId: z.string(),
  /** First day of the unit that came out of the reorganisation. */
  since: PlainDate,
  predecessorId: z.string(),
  predecessorIdentityId: z.string(),
  name: z.string(),
  endedOn: z.nullable(PlainDate),
});
export type Predecessor = z.infer<typeof Predecessor>;

/** The units from which others came, through any number of reforms; one that goes on as itself is not its own. */
export async function loadPredecessors(
  tx: Transaction,
  identityIds: readonly string[],
): Promise<Map<string, Predecessor[]>> {
  const rows = await tx.execute(sql`
    with recursive wanted as (
      select u.identity_id, min(u.valid_from) as since from unit u
      where u.mistaken_at is null and u.identity_id in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(identityIds)}::jsonb)
      )
      group by u.identity_id
    ),
    came (identity_id, before_id) as (
      select identity_id, identity_id from wanted
      union
      select came.identity_id, p.identity_id
      from came
      join unit u on u.identity_id = came.before_id
      join unit_lineage l on l.successor_id = u.id
      join unit p on p.id = l.predecessor_id
    )
    select distinct on (came.identity_id, came.before_id)
      came.identity_id as "identityId", wanted.since::text as since, u.id as "predecessorId",
      u.identity_id as "predecessorIdentityId", u.name, u.valid_until::text as "endedOn"
    from came
    join wanted on wanted.identity_id = came.identity_id
    join unit u on u.identity_id = came.before_id
    where came.before_id <> came.identity_id
    order by came.identity_id, came.before_id, u.mistaken_at is not null, u.valid_from desc`);
  return Map.groupBy(z.parse(z.array(Predecessor), rows.slice()), ({ identityId }) => identityId);
}
