import { holiday } from '@kycuong/db/schema/calendar.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { Seen } from '@kycuong/domain/input/seen.ts';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import { found } from '../query.ts';
import { requireSeen, versionOf } from '../seen.ts';
import { renewPackets } from '../sync/renew-packets.ts';

/** The day, as it was read, follows the rhythm of the week again. */
export const removeHoliday = command({
  action: 'calendar.remove-holiday',
  input: z.object({ date: PlainDate, seen: Seen }),
  load: async ({ input }) => ({ resource: wholeSystem, subject: { kind: 'holiday', id: input.date } }),
  run: async ({ tx, input }) => {
    const removed = found((await tx.delete(holiday).where(eq(holiday.date, input.date)).returning())[0]);
    requireSeen(input.seen, versionOf(removed));
    await renewPackets(tx);
    return removed;
  },
  trail: (_, removed) => ({ removed }),
});
