import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { unitKinds } from '@kycuong/domain/organisation/unit-kind.ts';
import { tierOf, type UnitTier, unitTiers } from '@kycuong/domain/organisation/unit-tier.ts';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Whether the interval in `row` (an alias of `unit`) holds on the day, its last day included. */
export function inForceOn(row: SQL, on: PlainDate): SQL {
  return sql`(${row}.valid_from <= ${on}::date and (${row}.valid_until is null or ${row}.valid_until >= ${on}::date))`;
}

function kindsOf(tier: UnitTier): SQL {
  return sql.raw(
    unitKinds
      .filter((kind) => tierOf(kind) === tier)
      .map((kind) => `'${kind}'`)
      .join(', '),
  );
}

/** The tier of a kind, as `tierOf` tells it. */
export function unitTierSql(kind: SQL): SQL {
  const cases = unitTiers.map((tier) => sql`when ${kind} in (${kindsOf(tier)}) then ${sql.raw(`'${tier}'`)}`);
  return sql`(case ${sql.join(cases, sql` `)} end)`;
}

/** The interval of the same unit that holds on the day, else the stated one: a parent is named by an interval and means a unit. */
function unitOn(stated: SQL, day: SQL): SQL {
  return sql`
    select p.* from unit stated join unit p on p.identity_id = stated.identity_id
    where stated.id = ${stated}
    order by (p.valid_from <= ${day} and coalesce(p.valid_until, 'infinity') >= ${day}) desc, p.id = stated.id desc
    limit 1`;
}

/** Joins as `p` what stands over the unit in `row` on a day. */
export function joinParent(row: SQL, day: SQL): SQL {
  return sql`left join lateral (${unitOn(sql`${row}.parent_id`, day)}) p on true`;
}

/** The name on a day of the unit that is named by one of its intervals. */
export function nameOn(stated: SQLWrapper, day: SQLWrapper): SQL<string | null> {
  return sql<string | null>`(select named.name from (${unitOn(sql`${stated}`, sql`${day}`)}) named)`;
}

/** Whether a column names any interval of the unit of which an interval is given. */
export function isSameUnit(column: SQLWrapper, unitId: string): SQL {
  return sql`${column} in (
    select other.id from unit asked join unit other on other.identity_id = asked.identity_id where asked.id = ${unitId}
  )`;
}
