import type { PlainDate } from '../calendar/plain-date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';

/** `workingDays`: left until the deadline (0: today), or passed since it when overdue (0: only days off so far). */
export type DeadlineState = {
  readonly kind: 'overdue' | 'soon' | 'later';
  readonly workingDays: number;
};

/** A deadline is near when this many working days or fewer are left. */
export const soonWorkingDays = 3;

/** Where a deadline stands today. One that falls on a day off ends on the next working day (Civil Code, Art. 148). */
export function deadlineState(dueOn: PlainDate, today: PlainDate, calendar: WorkingCalendar): DeadlineState {
  const last = calendar.onOrAfter(dueOn);
  const left = calendar.workingDaysBetween(today, last);
  if (today > last) return { kind: 'overdue', workingDays: Math.abs(left) };
  return { kind: left <= soonWorkingDays ? 'soon' : 'later', workingDays: left };
}
