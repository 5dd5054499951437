const shape = /^\d{4}-\d{2}-\d{2}$/;

export function isPlainDate(text: string): boolean {
  if (!shape.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** A calendar date `YYYY-MM-DD`; `plain-date-schema.ts` reads one. What only counts in days needs no schemas. */
export type PlainDate = string;

/** The last day of what has none yet, where days are compared. */
export const forever: PlainDate = '9999-12-31';

const offsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;

/** The date in Vietnam (UTC+7 all year, no daylight saving) at an instant. */
export function dateInVietnam(at: Date): PlainDate {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** The time of day in Vietnam at an instant: `09:12`. */
export function clockInVietnam(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(11, 16);
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** Same day of the month `months` later, or the month's last day where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function dayOfWeek(date: PlainDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
