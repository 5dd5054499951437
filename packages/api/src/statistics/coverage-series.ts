import { addDays, addMonths } from '@kycuong/domain/calendar/plain-date.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { coverage as coverageOf } from '@kycuong/domain/quality/coverage.ts';
import { coverageReaders } from '@kycuong/domain/statistics/coverage-readers.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { loadHistories } from '../quality/load-histories.ts';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { type AreaUnit, communesOf } from './area-units.ts';
import { requireOversight } from './require-oversight.ts';

/** First days on which units began, or the day after some ended: between two of them the set of units is the same. */
async function reformDays(tx: Transaction, from: PlainDate, to: PlainDate): Promise<PlainDate[]> {
  const rows = await tx.execute(sql`
    select distinct day::text as day from (
      select valid_from as day from unit union all select valid_until + 1 from unit
    ) days
    where day > ${from} and day <= ${to} order by 1`);
  return z.parse(z.array(z.object({ day: PlainDate })), rows.slice()).map(({ day }) => day);
}

/** The last day of each month before `until`, then `until` itself. */
export function monthlyDays(until: PlainDate, months: number): PlainDate[] {
  const first = `${until.slice(0, 7)}-01`;
  const ends = Array.from({ length: months }, (_, index) =>
    addDays(addMonths(first, index - months + 1), -1),
  );
  return [...ends, until];
}

/** Coverage month by month up to a day, and the days on which the area's communes were reorganised. */
export const coverageSeries = query({
  input: z.object({ areaId: Id, until: PlainDate, months: z.int().check(z.minimum(1), z.maximum(120)) }),
  run: async (work) => {
    const { tx, input } = work;
    await requireOversight(work, input.areaId, coverageReaders);
    const months = monthlyDays(input.until, input.months);
    const from = months[0] ?? input.until;
    const reforms = await reformDays(tx, from, input.until);
    const sets = new Map<PlainDate, AreaUnit[]>();
    for (const day of [from, ...reforms]) sets.set(day, await communesOf(tx, input.areaId, day));
    const identities = [...sets.values()].flat().map(({ identityId }) => identityId);
    const systems = await loadHistories(tx, [...new Set(identities)]);
    const at = (day: PlainDate) => {
      const since = [from, ...reforms].findLast((start) => start <= day) ?? from;
      const { units, declared, maintained, lapsed, ratio } = coverageOf(sets.get(since) ?? [], systems, day);
      return { day, units, declared, maintained, lapsed, ratio };
    };
    const reorganised = reforms.filter((day, index) => {
      const before = sets.get(reforms[index - 1] ?? from) ?? [];
      const known = new Set(before.map(({ identityId }) => identityId));
      const after = sets.get(day) ?? [];
      return after.length !== before.length || after.some(({ identityId }) => !known.has(identityId));
    });
    const days = [...months, ...reorganised, ...reorganised.map((day) => addDays(day, -1))];
    return {
      points: [...new Set(days)]
        .filter((day) => day >= from)
        .toSorted()
        .map(at),
      reorganised,
    };
  },
});
