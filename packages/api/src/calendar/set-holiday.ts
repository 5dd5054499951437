import { holiday } from '@kycuong/db/schema/calendar.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { SetHoliday } from '@kycuong/domain/calendar/holiday.ts';
import { dayInFigures } from '@kycuong/domain/calendar/typed-day.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { requireSeen, versionOf } from '../seen.ts';
import { renewPackets } from '../sync/renew-packets.ts';

/**
 * Writes one day of the calendar. An earlier row of the same date is replaced only by whoever read it. Deadlines already issued
 * stay.
 */
export const setHoliday = command({
  action: 'calendar.set-holiday',
  input: SetHoliday,
  load: async ({ input }) => ({ resource: wholeSystem, subject: { kind: 'holiday', id: input.date } }),
  run: async ({ tx, input }) => {
    const { seen, ...written } = input;
    const row = { ...written, nameEn: written.nameEn || written.nameVi };
    const its = eq(holiday.date, input.date);
    const [standing] = await tx.select().from(holiday).where(its).for('update');
    if (standing && !seen)
      requireSeen(seen, versionOf(standing), 'calendar.day-taken', {
        field: 'date',
        day: dayInFigures(input.date),
        name: standing.nameVi,
      });
    requireSeen(seen, standing && versionOf(standing));
    if (standing) await tx.update(holiday).set(row).where(its);
    else await tx.insert(holiday).values(row);
    await renewPackets(tx);
  },
  trail: ({ seen: _, ...written }) => written,
});
