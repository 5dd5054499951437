import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { communeKinds } from '@kycuong/domain/organisation/unit-kind.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { joinParent } from '../organisation/unit-sql.ts';
import type { Transaction } from '../transaction.ts';

/** One commune of an area as it was on a day. */
const AreaUnit = z.object({
  id: z.string(),
  identityId: z.string(),
  code: z.string(),
  name: z.string(),
  /** Name of what stood over it on the day: a district until 30 June 2025, a province since. */
  parentName: z.nullable(z.string()),
  /** The province of most of its predecessors, or its own when it has none. */
  regionId: z.string(),
  regionName: z.string(),
});
export type AreaUnit = z.infer<typeof AreaUnit>;

/**
 * The communes of an area on a day. While the area is in force: those under it by parent. After its last day: what
 * its communes went into, by lineage. Before its first day: all that it stands over by predecessors, also the few
 * communes of a former province of which no successor is known.
 */
export async function communesOf(tx: Transaction, areaId: string, asOf: PlainDate): Promise<AreaUnit[]> {
  const rows = await tx.execute(sql`
    with recursive
    span as (
      select a.identity_id, min(i.valid_from) as first_day, max(coalesce(i.valid_until, 'infinity')) as last_day
      from unit a join unit i on i.identity_id = a.identity_id
      where a.id = ${areaId} and i.mistaken_at is null
      group by a.identity_id
    ),
    looked as (
      select identity_id, least(greatest(${asOf}::date, first_day), last_day) as on_day from span
    ),
    under (id, identity_id) as (
      select u.id, u.identity_id from unit u join looked on looked.identity_id = u.identity_id
      where u.valid_from <= looked.on_day and coalesce(u.valid_until, 'infinity') >= looked.on_day
      union
      select c.id, c.identity_id
      from under
      join unit p on p.identity_id = under.identity_id
      join unit c on c.parent_id = p.id
      cross join looked
      where c.valid_from <= looked.on_day and coalesce(c.valid_until, 'infinity') >= looked.on_day
    ),
    went (from_id, to_id) as materialized (
      select predecessor_id, successor_id from unit_lineage
      union
      select a.id, b.id from unit a join unit b on b.identity_id = a.identity_id and b.valid_from > a.valid_from
    ),
    later (id) as (
      select id from under
      union
      select went.to_id from later join went on went.from_id = later.id
      where ${asOf}::date > (select on_day from looked)
    ),
    earlier (id) as (
      select s.unit_id from unit_scope s
      where s.ancestor_id = ${areaId} and ${asOf}::date < (select on_day from looked)
    ),
    commune as (
      select u.* from unit u
      where u.id in (select id from later union select id from earlier)
        and u.valid_from <= ${asOf} and coalesce(u.valid_until, 'infinity') >= ${asOf}
        and u.kind in (${sql.join(
          communeKinds.map((kind) => sql`${kind}`),
          sql`, `,
        )})
    ),
    origin (commune_id, id) as (
      select id, id from commune
      union
      select origin.commune_id, went.from_id from origin join went on went.to_id = origin.id
    ),
    climb (commune_id, origin_id, id, parent_id, on_day) as (
      select o.commune_id, o.id, u.id, u.parent_id, least(coalesce(u.valid_until, 'infinity'), ${asOf}::date)
      from origin o join unit u on u.id = o.id
      where not exists (select 1 from went where went.to_id = o.id)
      union
      select climb.commune_id, climb.origin_id, p.id, p.parent_id, climb.on_day
      from climb join unit stated on stated.id = climb.parent_id
      join unit p on p.identity_id = stated.identity_id
      where p.valid_from <= climb.on_day and coalesce(p.valid_until, 'infinity') >= climb.on_day
    ),
    region as (
      select distinct on (commune_id) commune_id, id
      from climb where parent_id is null
      group by commune_id, id
      order by commune_id, count(*) desc, id
    )
    select c.id, c.identity_id as "identityId", c.code, c.name, p.name as "parentName",
      r.id as "regionId", r.name as "regionName"
    from commune c
    join region on region.commune_id = c.id
    join unit r on r.id = region.id
    ${joinParent(sql`c`, sql`${asOf}::date`)}
    order by c.name collate "vi-x-icu"`);
  return z.parse(z.array(AreaUnit), rows.slice());
}
