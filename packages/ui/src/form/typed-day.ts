import { isPlainDate, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';

/** Day, month, year with a sign between them, or eight figures; the year may be short. */
const shape = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$|^(\d{2})(\d{2})(\d{4})$/;

/** The day that a typed text means: `5/1/27` is the fifth of January 2027. Undefined for what is no day, or none that exists. */
export function typedDay(text: string): PlainDate | undefined {
  const typed = text.trim();
  if (isPlainDate(typed)) return typed;
  const [, ...parts] = shape.exec(typed) ?? [];
  const [day = '', month = '', year = ''] = parts.filter((part) => part !== undefined);
  const full = year.length === 2 ? `20${year}` : year;
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : undefined;
}
