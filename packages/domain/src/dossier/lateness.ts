import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import type { ExplainedDay, WorkingCalendar } from '../calendar/working-days.ts';
import type { StoppedClock } from './stopped-clock.ts';

export const latenessStatuses = ['early', 'on-time', 'late', 'in-progress', 'in-progress-late'] as const;
export type LatenessStatus = (typeof latenessStatuses)[number];

export type DossierTimes = {
  readonly completeOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly returnedOn?: PlainDate | null | undefined;
  readonly stopped: readonly StoppedClock[];
};

export type LatenessDay = Omit<ExplainedDay, 'reason'> & {
  readonly reason: ExplainedDay['reason'] | 'stopped';
  /** After the due date as moved by the stops. */
  readonly late: boolean;
  /** The stop that covers the day, for `stopped`. */
  readonly stop: StoppedClock | null;
};

export type Lateness = {
  readonly status: LatenessStatus;
  /** Working days after `dueOn`, up to the return or the day asked about; 0 when not late. */
  readonly workingDaysLate: number;
  /** The slip's due date, moved by the working days for which processing was justly stopped. */
  readonly dueOn: PlainDate;
  /** Working days for which a form stopped processing. */
  readonly workingDaysStopped: number;
  /** From acceptance to the later of the due date and the end. */
  readonly days: readonly LatenessDay[];
};

/**
 * How late a dossier is, in working days, as of a date, day by day. The day of acceptance is not counted, nor the
 * working days of a stop that a form justifies: those after the form's day, up to and including the day on which the
 * dossier was complete again (Civil Code 2015, Art. 147). Lateness is measured in the days on which the office works:
 * a result given on a day off right after the due date is on time.
 */
export function dossierLateness(times: DossierTimes, calendar: WorkingCalendar, asOf: PlainDate): Lateness {
  const end = times.returnedOn ?? asOf;
  const stops = times.stopped.filter((stop) => stop.form !== 'none');
  const stopOn = (date: PlainDate) =>
    stops.find((stop) => date > stop.from && date <= (stop.until ?? end)) ?? null;
  const counts = (date: PlainDate) => calendar.isWorkingDay(date) && stopOn(date) === null;

  let left = calendar.workingDaysBetween(times.completeOn, calendar.onOrAfter(times.dueOn));
  let dueOn = left > 0 ? times.completeOn : calendar.onOrAfter(times.dueOn);
  while (left > 0) {
    dueOn = addDays(dueOn, 1);
    if (counts(dueOn)) left -= 1;
  }

  let number = 0;
  const length = Math.max(0, daysBetween(times.completeOn, end), daysBetween(times.completeOn, dueOn)) + 1;
  const days = Array.from({ length }, (_, index) => {
    const date = addDays(times.completeOn, index);
    const { reason, holiday } = calendar.day(date);
    const stop = stopOn(date);
    const counted = index > 0 && counts(date);
    if (counted) number += 1;
    const why = index === 0 ? 'event' : stop ? 'stopped' : reason;
    const late = date > dueOn && date <= end;
    return { date, counted, number: counted ? number : null, reason: why, holiday, stop, late } as const;
  });

  const workingDaysLate = days.filter((day) => day.late && day.counted).length;
  return {
    status: statusOf(times.returnedOn ?? null, dueOn, workingDaysLate),
    workingDaysLate,
    dueOn,
    workingDaysStopped: days.filter((day) => day.reason === 'stopped' && calendar.isWorkingDay(day.date))
      .length,
    days,
  };
}

function statusOf(returnedOn: PlainDate | null, dueOn: PlainDate, workingDaysLate: number): LatenessStatus {
  if (returnedOn === null) return workingDaysLate > 0 ? 'in-progress-late' : 'in-progress';
  if (workingDaysLate > 0) return 'late';
  return returnedOn < dueOn ? 'early' : 'on-time';
}
