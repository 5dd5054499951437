import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';
import { inForceOn, unitTierSql } from './unit-sql.ts';

const mostShown = 20;

const Former = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  validUntil: z.string(),
  became: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  /** Where nothing of it is left on the day: what it went into last. */
  last: z.array(z.object({ id: z.string(), name: z.string(), validUntil: z.string() })),
});
export type FormerUnit = z.infer<typeof Former>;

const onward = (from: SQL) => sql`(
  select l.successor_id as id from unit_lineage l where l.predecessor_id = ${from}
  union all
  select b.id from unit a join unit b on b.identity_id = a.identity_id and b.valid_from > a.valid_from
  where a.id = ${from}
)`;

/**
 * Units and names that have ended before `on` and meet a condition on the `unit` u, with what they are on that day: through
 * any number of reforms what they went into, or the same unit under its present name. Of a unit above, of which the links of
 * a reform say nothing, it is what those below it went into: units of its own tier where there are any.
 */
export async function formerUnits(tx: Transaction, sought: SQL, on: PlainDate): Promise<FormerUnit[]> {
  const rows = await tx.execute(sql`
    with recursive sought as (
      select distinct on (u.identity_id, u.name) u.* from unit u
      where u.valid_until < ${on}::date and u.mistaken_at is null and ${sought}
        and not exists (select from unit n
          where n.identity_id = u.identity_id and n.name = u.name and ${inForceOn(sql`n`, on)})
      order by u.identity_id, u.name, u.valid_until desc
    ),
    former as materialized (
      select *, ${unitTierSql(sql`kind`)} as tier from sought
      order by name collate "vi-x-icu", valid_until desc, code limit ${mostShown}
    ),
    own (former_id, id) as (
      select id, id from former
      union select own.former_id, next.id from own cross join lateral ${onward(sql`own.id`)} next
    ),
    lost as (
      select f.* from former f
      where not exists (select from own join unit u on u.id = own.id
        where own.former_id = f.id and ${inForceOn(sql`u`, on)})
    ),
    last as (
      select own.former_id, u.id, u.name, u.valid_until
      from own join lost on lost.id = own.former_id join unit u on u.id = own.id
      where own.id <> own.former_id and u.valid_until < ${on}::date
        and not exists (select from ${onward(sql`own.id`)} next)
    ),
    below (former_id, id, identity_id, on_day) as (
      select id, id, identity_id, valid_until from lost
      union
      select below.former_id, c.id, c.identity_id, below.on_day
      from below join unit p on p.identity_id = below.identity_id join unit c on c.parent_id = p.id
      where c.valid_from <= below.on_day and coalesce(c.valid_until, 'infinity') >= below.on_day
    ),
    part (former_id, id) as (
      select former_id, id from below
      union select part.former_id, next.id from part cross join lateral ${onward(sql`part.id`)} next
    ),
    up (former_id, part_id, id, parent_id) as (
      select part.former_id, u.id, u.id, u.parent_id from part join unit u on u.id = part.id
      where ${inForceOn(sql`u`, on)}
      union
      select up.former_id, up.part_id, o.id, o.parent_id
      from up join unit stated on stated.id = up.parent_id
      join unit o on o.identity_id = stated.identity_id and ${inForceOn(sql`o`, on)}
    ),
    raised as (
      select distinct on (up.former_id, up.part_id) up.former_id, up.id
      from up join unit u on u.id = up.id join lost f on f.id = up.former_id
      order by up.former_id, up.part_id, ${unitTierSql(sql`u.kind`)} = f.tier desc, up.id = up.part_id desc
    ),
    became as (
      select own.former_id, own.id, 1 as weight from own
      union all select former_id, id, count(*) from raised group by former_id, id
    )
    select f.id, f.code, f.name, f.valid_until::text as "validUntil",
      coalesce(
        jsonb_agg(jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name)
          order by b.weight desc, u.name collate "vi-x-icu") filter (where u.id is not null),
        '[]') as became,
      (select coalesce(
        jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'validUntil', l.valid_until)
          order by l.valid_until desc, l.name collate "vi-x-icu"), '[]')
        from last l where l.former_id = f.id) as last
    from former f
    left join became b on b.former_id = f.id
    left join unit u on u.id = b.id and ${inForceOn(sql`u`, on)}
    group by f.id, f.code, f.name, f.valid_until
    order by f.name collate "vi-x-icu", f.valid_until desc, f.code`);
  return z.parse(z.array(Former), rows.slice());
}
