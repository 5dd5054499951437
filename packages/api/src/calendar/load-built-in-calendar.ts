import { calendarYear, holiday } from '@kycuong/db/schema/calendar.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { builtInHolidays, builtInHolidayYears } from '@kycuong/domain/calendar/built-in-holidays.ts';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import type { Transaction } from '../transaction.ts';

/** Years of the built-in calendar that this database has never had. */
export async function missingCalendarYears(tx: Transaction): Promise<number[]> {
  const known = new Set(
    (await tx.select({ year: calendarYear.year }).from(calendarYear)).map((row) => row.year),
  );
  return builtInHolidayYears.map(({ year }) => year).filter((year) => !known.has(year));
}

/**
 * Takes in the shipped holidays, a year at a time and only once a year: afterwards the table is the province's, and
 * a day that was edited or removed stays so. Returns how many days came in.
 */
export async function loadBuiltInCalendar(tx: Transaction): Promise<number> {
  const missing = await missingCalendarYears(tx);
  const days = builtInHolidays.filter(({ date }) => missing.includes(Number(date.slice(0, 4))));
  const years = builtInHolidayYears.filter(({ year }) => missing.includes(year));
  if (years.length > 0)
    await tx
      .insert(calendarYear)
      .values([...years])
      .onConflictDoNothing();
  if (days.length > 0)
    await tx
      .insert(holiday)
      .values([...days])
      .onConflictDoNothing();
  return days.length;
}

/** The same as a command, for the start of a server and `kycuong migrate`. */
export const loadCalendarOnce = command({
  action: 'calendar.load-built-in',
  input: z.object({}),
  load: async () => ({ resource: wholeSystem, subject: { kind: 'calendar', id: 'built-in' } }),
  run: async ({ tx }) => ({ days: await loadBuiltInCalendar(tx) }),
  trail: (_, output) => output,
});
