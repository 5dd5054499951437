import * as z from 'zod/mini';
import type { PlainDate } from '../calendar/plain-date.ts';
import { PlainDate as Day } from '../calendar/plain-date-schema.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { wholeNumber } from '../input/whole-number.ts';

/** Ngày làm việc · ngày · tháng · một ngày cụ thể. */
export const deadlineUnits = ['working-day', 'day', 'month', 'date'] as const;
/** From what it runs: the issue of the conclusion, or the signing of the minutes at the unit. Neither day is counted. */
export const deadlineEvents = ['issue', 'minutes'] as const;

/** By when a unit reports what it has done: a day, or so many working days, days or months after an event. */
export const RequirementDeadline = z
  .object({
    unit: z.enum(deadlineUnits),
    amount: z.nullish(wholeNumber(1, 260)),
    /** The day itself, where one was named. */
    on: z.nullish(Day),
    event: z.enum(deadlineEvents),
    /** When the minutes were signed, where it runs from them. */
    minutesOn: z.nullish(Day),
  })
  .check(
    z.check((context) => {
      const due = context.value;
      const needed =
        due.unit === 'date'
          ? (['on'] as const)
          : due.event === 'minutes'
            ? (['amount', 'minutesOn'] as const)
            : (['amount'] as const);
      for (const name of needed)
        if (due[name] == null)
          context.issues.push({ code: 'custom', message: 'input.required', path: [name], input: due });
    }),
  );
export type RequirementDeadline = z.infer<typeof RequirementDeadline>;

/** So many working days after the issue. */
export function workingDaysAfterIssue(amount: number): RequirementDeadline {
  return { unit: 'working-day', amount, on: null, event: 'issue', minutesOn: null };
}

/** The last day, and the day from which it is counted. */
export function requirementDue(
  { unit, amount, on, event, minutesOn }: RequirementDeadline,
  issuedOn: PlainDate,
  calendar: WorkingCalendar,
): { countedFrom: PlainDate; dueOn: PlainDate } {
  if (unit === 'date') return { countedFrom: issuedOn, dueOn: on ?? issuedOn };
  const countedFrom = (event === 'minutes' ? minutesOn : null) ?? issuedOn;
  return { countedFrom, dueOn: calendar.addDeadline(countedFrom, { amount: amount ?? 0, unit }) };
}
