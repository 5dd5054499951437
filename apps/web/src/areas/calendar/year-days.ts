import { addDays, dayOfWeek, daysBetween, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';

/** Every date of a year. */
export function daysOfYear(year: number): PlainDate[] {
  const first = `${year}-01-01`;
  const length = daysBetween(first, `${year + 1}-01-01`);
  return Array.from({ length }, (_, index) => addDays(first, index));
}

/** The weeks of a month, Monday first; null where the week reaches into another month. */
export function weeksOfMonth(year: number, month: number): (PlainDate | null)[][] {
  const prefix = `${year}-${String(month).padStart(2, '0')}-`;
  const dates = daysOfYear(year).filter((date) => date.startsWith(prefix));
  const before = (dayOfWeek(dates[0] ?? prefix) + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...dates];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null),
  );
}
