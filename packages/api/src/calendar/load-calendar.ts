import { calendarYear, holiday } from '@kycuong/db/schema/calendar.ts';
import { WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import type { Transaction } from '../transaction.ts';

/** The working calendar as the province keeps it: every deadline of a transaction is counted with this one. */
export async function loadCalendar(tx: Transaction): Promise<WorkingCalendar> {
  const days = await tx.select().from(holiday);
  const years = await tx.select().from(calendarYear);
  return new WorkingCalendar(days, years);
}
