import { calendarYear } from '@kycuong/db/schema/calendar.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { SetHolidayYear } from '@kycuong/domain/calendar/holiday.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { requireSeen, versionOf } from '../seen.ts';

/** Says whether a year's official notice is in, and which; until then deadlines that fall into it are provisional. */
export const setYear = command({
  action: 'calendar.set-year',
  input: SetHolidayYear,
  load: async ({ input }) => ({
    resource: wholeSystem,
    subject: { kind: 'calendar-year', id: String(input.year) },
  }),
  run: async ({ tx, input }) => {
    const { seen, ...row } = input;
    const its = eq(calendarYear.year, input.year);
    const [standing] = await tx.select().from(calendarYear).where(its).for('update');
    requireSeen(seen, standing && versionOf(standing));
    if (standing) await tx.update(calendarYear).set(row).where(its);
    else await tx.insert(calendarYear).values(row);
  },
  trail: ({ seen: _, ...written }) => written,
});
