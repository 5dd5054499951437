import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { unitKinds } from '@kycuong/domain/organisation/unit-kind.ts';
import { unitTiers } from '@kycuong/domain/organisation/unit-tier.ts';
import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { found, query } from '../query.ts';
import { inForceOn, joinParent, unitTierSql } from './unit-sql.ts';

const Interval = z.object({
  id: z.string(),
  identityId: z.string(),
  code: z.string(),
  codeScheme: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  parentId: z.nullable(z.string()),
  parentName: z.nullable(z.string()),
  validFrom: z.string(),
  validUntil: z.nullable(z.string()),
  mistaken: z.boolean(),
});
const Neighbour = z.object({
  linkId: z.string(),
  unitId: z.string(),
  name: z.string(),
  code: z.string(),
  parentName: z.nullable(z.string()),
  validFrom: z.string(),
  validUntil: z.nullable(z.string()),
  onDate: z.string(),
  decision: z.string(),
  /** All of the predecessor's links that day lead here: it went over whole. */
  whole: z.boolean(),
});
const Link = z.object({ id: z.string(), name: z.string() });
const MistakenLink = z.object({
  id: z.string(),
  predecessorName: z.string(),
  successorName: z.string(),
  onDate: z.string(),
  decision: z.string(),
  reason: z.string(),
  name: z.string(),
  at: z.string(),
});
const MistakenInterval = z.object({
  id: z.string(),
  /** Null: nothing named it, and it is there no more. */
  unitId: z.nullable(z.string()),
  name: z.string(),
  code: z.string(),
  parentName: z.nullable(z.string()),
  validFrom: z.string(),
  validUntil: z.nullable(z.string()),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
const Below = z.object({ tier: z.enum(unitTiers), amount: z.int() });

const intervalFields = sql`
  u.id, u.identity_id as "identityId", u.code, u.code_scheme as "codeScheme", u.name, u.kind,
  p.id as "parentId", p.name as "parentName",
  u.valid_from::text as "validFrom", u.valid_until::text as "validUntil",
  u.mistaken_at is not null as mistaken`;
const markedAt = sql`to_char(m.marked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`;

/**
 * One interval of a unit, all intervals of the same unit and those recorded by mistake for it or under its code, what it came from and went into by which decision, who else
 * had its code, and what stands below it on `on`: today, or the nearest day on which it is in force.
 */
export const getUnit = query({
  input: z.object({ unitId: Id }),
  run: async ({ tx, input: { unitId }, now }) => {
    const today = dateInVietnam(now);
    const nearest = (row: SQL) =>
      sql`greatest(${row}.valid_from, least(coalesce(${row}.valid_until, 'infinity'), ${today}::date))`;
    const intervals = z.parse(
      z.array(Interval),
      (
        await tx.execute(sql`
          select ${intervalFields}
          from unit asked join unit u on u.identity_id = asked.identity_id ${joinParent(sql`u`, nearest(sql`u`))}
          where asked.id = ${unitId} order by u.valid_from`)
      ).slice(),
    );
    const unit = found(intervals.find(({ id }) => id === unitId));
    const on = nearestDay(unit, today);

    const neighbours = async (side: 'predecessor' | 'successor') => {
      const mine = side === 'predecessor' ? sql`l.successor_id` : sql`l.predecessor_id`;
      const theirs = side === 'predecessor' ? sql`l.predecessor_id` : sql`l.successor_id`;
      const rows = await tx.execute(sql`
        select l.id as "linkId", u.id as "unitId", u.name, u.code, p.name as "parentName",
          u.valid_from::text as "validFrom", u.valid_until::text as "validUntil",
          l.on_date::text as "onDate", l.decision,
          not exists (select 1 from unit_lineage other where other.predecessor_id = l.predecessor_id
            and other.on_date = l.on_date and other.id <> l.id) as whole
        from unit_lineage l
        join unit own on own.id = ${mine} and own.identity_id = ${unit.identityId}
        join unit u on u.id = ${theirs} and u.identity_id <> ${unit.identityId}
        ${joinParent(sql`u`, nearest(sql`u`))}
        order by l.on_date, u.name collate "vi-x-icu"`);
      return z.parse(z.array(Neighbour), rows.slice());
    };
    const path = await tx.execute(sql`
      with recursive up (id, name, parent_id, step) as (
        select id, name, parent_id, 0 from unit where id = ${unit.parentId}
        union all
        select p.id, p.name, p.parent_id, up.step + 1 from up ${joinParent(sql`up`, sql`${on}::date`)}
        where up.step < 10 and p.id is not null
      )
      select id, name from up order by step desc`);
    const below = await tx.execute(sql`
      with recursive below (id, identity_id, kind) as (
        select u.id, u.identity_id, u.kind from unit u join unit p on p.id = u.parent_id
        where p.identity_id = ${unit.identityId} and ${inForceOn(sql`u`, on)}
        union
        select u.id, u.identity_id, u.kind from unit u join unit p on p.id = u.parent_id
        join below on below.identity_id = p.identity_id where ${inForceOn(sql`u`, on)}
      )
      select ${unitTierSql(sql`kind`)} as tier, count(*)::int as amount from below group by 1`);
    const sameCode = await tx.execute(sql`
      select ${intervalFields} from unit u ${joinParent(sql`u`, nearest(sql`u`))}
      where u.mistaken_at is null and u.code = ${unit.code} and u.code_scheme = ${unit.codeScheme} and u.identity_id <> ${unit.identityId}
      order by u.valid_from`);
    const mistaken = await tx.execute(sql`
      select m.row_id as id, m.row ->> 'predecessorName' as "predecessorName", m.row ->> 'successorName' as "successorName",
        m.row ->> 'onDate' as "onDate", m.row ->> 'decision' as decision, m.reason, m.marker_name as name,
        ${markedAt}
      from recorded_by_mistake m where m.what = 'lineage' and exists (
        select from unit u where u.identity_id = ${unit.identityId}
          and u.id::text in (m.row ->> 'predecessorId', m.row ->> 'successorId'))
      order by m.marked_at`);
    const mistakenIntervals = await tx.execute(sql`
      select m.id, u.id as "unitId", m.row ->> 'name' as name, m.row ->> 'code' as code,
        m.row ->> 'parentName' as "parentName", m.row ->> 'validFrom' as "validFrom",
        m.row ->> 'validUntil' as "validUntil", m.reason, m.marker_name as by, ${markedAt}
      from recorded_by_mistake m left join unit u on u.id = m.row_id
      where m.what = 'unit' and (m.row ->> 'identityId' = ${unit.identityId}
        or m.row ->> 'code' = ${unit.code} and m.row ->> 'codeScheme' = ${unit.codeScheme})
      order by m.row ->> 'validFrom', m.marked_at`);
    const amounts = z.parse(z.array(Below), below.slice());
    return {
      unit,
      on,
      intervals: intervals.filter(({ mistaken }) => !mistaken),
      path: z.parse(z.array(Link), path.slice()),
      predecessors: await neighbours('predecessor'),
      successors: await neighbours('successor'),
      below: unitTiers.flatMap((tier) => amounts.filter((row) => row.tier === tier)),
      mistakenIntervals: z.parse(z.array(MistakenInterval), mistakenIntervals.slice()),
      mistakenLinks: z.parse(z.array(MistakenLink), mistaken.slice()),
      sameCode: z.parse(z.array(Interval), sameCode.slice()),
    };
  },
});

/** The day itself when the interval holds on it, else the end of the interval that is nearer. */
function nearestDay({ validFrom, validUntil }: z.infer<typeof Interval>, day: PlainDate): PlainDate {
  if (day < validFrom) return validFrom;
  return validUntil !== null && validUntil < day ? validUntil : day;
}
