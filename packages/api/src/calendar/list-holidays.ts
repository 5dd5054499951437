import { calendarYear, holiday } from '@kycuong/db/schema/calendar.ts';
import { asc, between } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { versionOf } from '../seen.ts';

/** The days that differ from the week's rhythm, of one year or of all, and which years are confirmed. */
export const listHolidays = query({
  input: z.object({ year: z.optional(z.int().check(z.minimum(1945), z.maximum(2199))) }),
  run: async ({ tx, input }) => {
    const years = await tx.select().from(calendarYear).orderBy(asc(calendarYear.year));
    const holidays = await tx
      .select()
      .from(holiday)
      .where(
        input.year === undefined
          ? undefined
          : between(holiday.date, `${input.year}-01-01`, `${input.year}-12-31`),
      )
      .orderBy(asc(holiday.date));
    const versioned = <Row extends object>(row: Row) => ({ ...row, version: versionOf(row) });
    return { years: years.map(versioned), holidays: holidays.map(versioned) };
  },
});
