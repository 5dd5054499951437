import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { unitKinds } from '@kycuong/domain/organisation/unit-kind.ts';
import { tierOf, type UnitTier, unitTiers } from '@kycuong/domain/organisation/unit-tier.ts';
import { type SQL, sql } from 'drizzle-orm';

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
