import { calendarYear } from '@kycuong/db/schema/calendar.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { HolidayYear } from '@kycuong/domain/calendar/holiday.ts';
import { command } from '../command.ts';

/** Says whether a year's official notice is in, and which; until then deadlines that fall into it are provisional. */
export const setYear = command({
  action: 'calendar.set-year',
  input: HolidayYear,
  load: async ({ input }) => ({
    resource: wholeSystem,
    subject: { kind: 'calendar-year', id: String(input.year) },
  }),
  run: async ({ tx, input }) => {
    const { year: _, ...facts } = input;
    await tx.insert(calendarYear).values(input).onConflictDoUpdate({ target: calendarYear.year, set: facts });
  },
});
