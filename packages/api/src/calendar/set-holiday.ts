import { holiday } from '@kycuong/db/schema/calendar.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { Holiday } from '@kycuong/domain/calendar/holiday.ts';
import { command } from '../command.ts';

/** Writes one day of the calendar; an earlier row of the same date is replaced. Deadlines already issued stay. */
export const setHoliday = command({
  action: 'calendar.set-holiday',
  input: Holiday,
  load: async ({ input }) => ({ resource: wholeSystem, subject: { kind: 'holiday', id: input.date } }),
  run: async ({ tx, input }) => {
    const { date: _, ...facts } = input;
    await tx.insert(holiday).values(input).onConflictDoUpdate({ target: holiday.date, set: facts });
  },
});
