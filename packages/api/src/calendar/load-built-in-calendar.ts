import { calendarYear, holiday } from '@kycuong/db/schema/calendar.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { builtInHolidays, builtInHolidayYears } from '@kycuong/domain/calendar/built-in-holidays.ts';
import { earlierHolidaySources } from '@kycuong/domain/calendar/earlier-holidays.ts';
import { eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import { renewPackets } from '../sync/renew-packets.ts';
import type { Transaction } from '../transaction.ts';

/** Years of the built-in calendar that this database has never had. */
async function missingYears(tx: Transaction): Promise<number[]> {
  const known = new Set(
    (await tx.select({ year: calendarYear.year }).from(calendarYear)).map((row) => row.year),
  );
  return builtInHolidayYears.map(({ year }) => year).filter((year) => !known.has(year));
}

/** What still stands under a source that was corrected since, as it is shipped now. */
async function outdated(tx: Transaction) {
  const before = [...earlierHolidaySources];
  const days = await tx.select().from(holiday).where(inArray(holiday.source, before));
  const years = await tx.select().from(calendarYear).where(inArray(calendarYear.source, before));
  return {
    days: builtInHolidays.filter(({ date, kind, source }) =>
      days.some((row) => row.date === date && row.kind === kind && row.source !== source),
    ),
    years: builtInHolidayYears.filter(({ year, source }) =>
      years.some((row) => row.year === year && row.source !== source),
    ),
  };
}

/** Whether a built-in year has never come in, or the source of what came in was corrected since. */
export async function lacksBuiltInCalendar(tx: Transaction): Promise<boolean> {
  const { days, years } = await outdated(tx);
  return days.length + years.length > 0 || (await missingYears(tx)).length > 0;
}

/** Returns how many days and years were corrected. */
async function correctSources(tx: Transaction): Promise<number> {
  const { days, years } = await outdated(tx);
  for (const { date, source, mark } of days)
    await tx.update(holiday).set({ source, mark }).where(eq(holiday.date, date));
  for (const { year, source } of years)
    await tx.update(calendarYear).set({ source }).where(eq(calendarYear.year, year));
  return days.length + years.length;
}

/**
 * Takes in the shipped holidays, a year at a time and only once a year: afterwards the table is the province's, and
 * a day that was edited or removed stays so. Only what is said of where a day comes from is corrected, where it still
 * stands as it was shipped. Returns how many days came in.
 */
export async function loadBuiltInCalendar(tx: Transaction): Promise<{ days: number; corrected: number }> {
  const missing = await missingYears(tx);
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
  const corrected = await correctSources(tx);
  if (days.length + corrected > 0) await renewPackets(tx);
  return { days: days.length, corrected };
}

/** The same as a command, for the start of a server and `kycuong migrate`. */
export const loadCalendarOnce = command({
  action: 'calendar.load-built-in',
  input: z.object({}),
  load: async () => ({ resource: wholeSystem, subject: { kind: 'calendar', id: 'built-in' } }),
  run: ({ tx }) => loadBuiltInCalendar(tx),
  trail: (_, output) => output,
});
