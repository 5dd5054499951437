import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { optionalLine } from '@kycuong/domain/input/bounded-text.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { unitKinds } from '@kycuong/domain/organisation/unit-kind.ts';
import { unitTiers } from '@kycuong/domain/organisation/unit-tier.ts';
import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { matchesWords } from '../matches-words.ts';
import { query } from '../query.ts';
import { formerUnits } from './former-units.ts';
import { inForceOn, unitTierSql } from './unit-sql.ts';

const mostShown = 500;
const tierOrder = sql.raw(`array[${unitTiers.map((tier) => `'${tier}'`).join(', ')}]`);

const Place = z.object({ id: z.string(), name: z.string(), inForce: z.boolean() });
const UnitLine = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  tier: z.enum(unitTiers),
  validFrom: z.string(),
  validUntil: z.nullable(z.string()),
  overId: z.nullable(z.string()),
  overName: z.nullable(z.string()),
  /** Units directly below it on the day. */
  below: z.int(),
  total: z.int(),
});

/**
 * The map of a day: the units directly below a place (without `under` the top, or what is below the one unit there), or, when words are sought or a tier is
 * chosen, all of them below it at any depth. At most 500; `total` tells how many there are. Words match without marks.
 * `path` leads from the top to the place, as things stood on the day. `former`, where words are sought: units and names that
 * have ended before the day, at most 20, and what became of them.
 */
export const listUnits = query({
  input: z.object({
    on: PlainDate,
    under: z.optional(Id),
    q: optionalLine(100),
    tier: z.optional(z.enum(unitTiers)),
  }),
  run: async ({ tx, input: { on, under, q, tier } }) => {
    const sought = q ? sql`(${matchesWords(sql`u.name`, q)} or u.code = ${q})` : sql`true`;
    const ofTier = tier === undefined ? sql`true` : sql`${unitTierSql(sql`u.kind`)} = ${tier}`;
    const live = liveUnits(on);
    const deep = Boolean(q) || tier !== undefined;
    const here = under === undefined ? (deep ? null : await onlyTop()) : await placeOn(under);
    const placeId = here?.id ?? null;
    const within =
      placeId === null
        ? deep
          ? sql`true`
          : sql`u.over_id is null`
        : deep
          ? sql`u.id in (select id from below)`
          : sql`u.over_id = ${placeId}`;
    if (under !== undefined && here?.inForce !== true)
      return { path: here === null ? [] : [here], units: [], total: 0, former: [] };
    const rows = await tx.execute(sql`
      with recursive live as materialized (${live}),
      below (id) as (
        select id from live where over_id = ${placeId}
        union select live.id from live join below on live.over_id = below.id
      ),
      children (over_id, amount) as (select over_id, count(*)::int from live group by over_id)
      select u.id, u.code, u.name, u.kind, ${unitTierSql(sql`u.kind`)} as tier,
        u.valid_from::text as "validFrom", u.valid_until::text as "validUntil",
        o.id as "overId", o.name as "overName",
        coalesce(c.amount, 0) as below, count(*) over ()::int as total
      from live u left join live o on o.id = u.over_id left join children c on c.over_id = u.id
      where ${within} and ${sought}
        and ${ofTier}
      order by array_position(${tierOrder}, ${unitTierSql(sql`u.kind`)}),
        u.name collate "vi-x-icu", o.name collate "vi-x-icu", u.code
      limit ${mostShown}`);
    const lines = z.parse(z.array(UnitLine), rows.slice());
    return {
      path: placeId === null ? [] : await pathTo(placeId),
      units: lines.map(({ total: _, ...line }) => line),
      total: lines[0]?.total ?? 0,
      former: q ? await formerUnits(tx, sql`${sought} and ${ofTier} and ${everUnder(placeId)}`, on) : [],
    };

    async function onlyTop() {
      const found = await tx.execute(sql`
        select id, name, true as "inForce" from (${live}) top where over_id is null limit 2`);
      const [top, second] = z.parse(z.array(Place), found.slice());
      return second === undefined ? (top ?? null) : null;
    }

    /** The interval of the same unit that holds on the day, else the one asked for, which then does not. */
    async function placeOn(id: string) {
      const found = await tx.execute(sql`
        select u.id, u.name, ${inForceOn(sql`u`, on)} as "inForce"
        from unit asked join unit u on u.identity_id = asked.identity_id
        where asked.id = ${id}
        order by ${inForceOn(sql`u`, on)} desc, u.id <> asked.id limit 1`);
      return z.parse(z.nullable(Place), found[0] ?? null);
    }

    async function pathTo(id: string) {
      const found = await tx.execute(sql`
        with recursive live as materialized (${live}),
        up (id, over_id, name, step) as (
          select id, over_id, name, 0 from live where id = ${id}
          union all
          select live.id, live.over_id, live.name, up.step + 1 from live join up on live.id = up.over_id
          where up.step < 10
        )
        select id, name, true as "inForce" from up order by step desc`);
      return z.parse(z.array(Place), found.slice());
    }
  },
});

/** A condition on the unit u: the place stands or stood over it, or over what it went into. */
function everUnder(placeId: string | null): SQL {
  return placeId === null
    ? sql`true`
    : sql`exists (select from unit_scope s where s.unit_id = u.id and s.ancestor_id = ${placeId})`;
}

/** Units in force on a day, each with the interval of the unit above it that holds on that same day. */
function liveUnits(on: PlainDate): SQL {
  return sql`
    select u.*, o.id as over_id
    from unit u
    left join unit stated on stated.id = u.parent_id
    left join unit o on o.identity_id = stated.identity_id and ${inForceOn(sql`o`, on)}
    where ${inForceOn(sql`u`, on)}`;
}
