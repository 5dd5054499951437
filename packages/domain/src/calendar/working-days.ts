import type { Holiday, HolidayYear } from './holiday.ts';
import { addDays, addMonths, dayOfWeek, daysBetween, type PlainDate } from './plain-date.ts';

/** Why a day counts or does not. `event`: the day of the event itself, never counted. */
export type DayReason = 'event' | 'working-day' | 'worked-in-exchange' | 'weekly-rest' | 'holiday';

export type ExplainedDay = {
  readonly date: PlainDate;
  readonly counted: boolean;
  /** 1 for the first counted day, 2 for the second …; null on a day that is not counted. */
  readonly number: number | null;
  readonly reason: DayReason;
  /** The row that decided, for `holiday` and `worked-in-exchange`. */
  readonly holiday: Holiday | null;
};

export type Deadline = { readonly amount: number; readonly unit: 'day' | 'working-day' | 'month' };

/**
 * Days on which state offices work: Monday to Friday, less the holidays, plus the days worked in exchange.
 * Periods follow the Civil Code 2015, Art. 147 and 148: the day of the event is not counted, and a period in
 * days or months that ends on a day off ends on the next working day.
 */
export class WorkingCalendar {
  readonly #rows: ReadonlyMap<PlainDate, Holiday>;
  readonly #confirmed: ReadonlySet<number>;
  readonly #weeklyRest: ReadonlySet<number>;

  /** `weeklyRest`: days of the week that are not worked, 0 Sunday … 6 Saturday; a unit may differ. */
  constructor(
    holidays: readonly Holiday[],
    years: readonly HolidayYear[] = [],
    weeklyRest: readonly number[] = [0, 6],
  ) {
    this.#rows = new Map(holidays.map((row) => [row.date, row]));
    this.#confirmed = new Set(years.filter((row) => row.confirmed).map((row) => row.year));
    this.#weeklyRest = new Set(weeklyRest);
  }

  /** What kind of day it is, and the holiday row that decided. */
  day(date: PlainDate): { working: boolean; reason: DayReason; holiday: Holiday | null } {
    const holiday = this.#rows.get(date) ?? null;
    if (holiday?.kind === 'off') return { working: false, reason: 'holiday', holiday };
    if (holiday?.kind === 'worked') return { working: true, reason: 'worked-in-exchange', holiday };
    const rest = this.#weeklyRest.has(dayOfWeek(date));
    return { working: !rest, reason: rest ? 'weekly-rest' : 'working-day', holiday };
  }

  isWorkingDay(date: PlainDate): boolean {
    return this.day(date).working;
  }

  /** The date itself when it is worked, else the next working day. */
  onOrAfter(date: PlainDate): PlainDate {
    let at = date;
    while (!this.isWorkingDay(at)) at = addDays(at, 1);
    return at;
  }

  /**
   * The `count`-th working day after `date` (before it when negative). The date itself is not counted.
   * With 0, the date itself or the next working day.
   */
  addWorkingDays(date: PlainDate, count: number): PlainDate {
    if (count === 0) return this.onOrAfter(date);
    const step = Math.sign(count);
    let at = date;
    for (let left = Math.abs(count); left > 0; ) {
      at = addDays(at, step);
      if (this.isWorkingDay(at)) left -= 1;
    }
    return at;
  }

  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: PlainDate, to: PlainDate): number {
    if (to < from) return -this.workingDaysBetween(to, from) || 0;
    let count = 0;
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (this.isWorkingDay(at)) count += 1;
    return count;
  }

  /** The last day of a period that starts with an event on `date`. */
  addDeadline(date: PlainDate, { amount, unit }: Deadline): PlainDate {
    if (unit === 'working-day') return this.addWorkingDays(date, amount);
    return this.onOrAfter(unit === 'day' ? addDays(date, amount) : addMonths(date, amount));
  }

  /** Every calendar day from the event on `from` to `to`, with whether and why it counts as a working day. */
  explain(from: PlainDate, to: PlainDate): ExplainedDay[] {
    let number = 0;
    return Array.from({ length: Math.max(0, daysBetween(from, to)) + 1 }, (_, index) => {
      const date = addDays(from, index);
      const { working, reason, holiday } = this.day(date);
      if (index === 0) return { date, counted: false, number: null, reason: 'event', holiday };
      if (working) number += 1;
      return { date, counted: working, number: working ? number : null, reason, holiday };
    });
  }

  /** Years touched by the period whose official notice is not in yet: a date computed over them may still move. */
  unconfirmedYears(from: PlainDate, to: PlainDate): number[] {
    const first = Number(from.slice(0, 4));
    const last = Number(to.slice(0, 4));
    return Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => first + index).filter(
      (year) => !this.#confirmed.has(year),
    );
  }
}
