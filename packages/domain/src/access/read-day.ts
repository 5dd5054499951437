import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';

/** Beyond these a year was mistyped, or a program wrote its own first or last day for "none". */
const earliest = '1945-01-01';
const latest = '2199-12-31';

/**
 * `YYYY-MM-DD`, or day/month/year as sheets in Vietnam write it. Everything else is doubtful: 31-01-26, or a month that is
 * none.
 */
export function readDay(
  cell: string,
  column: string,
): PlainDate | { readonly reason: ErrorKey; readonly details: ErrorDetails } {
  const turned = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  const [, day = '', month = '', year = ''] = turned ?? [];
  const date = turned ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
  if (!isPlainDate(date))
    return { reason: 'access.date-wrong', details: { column, cell: cell.slice(0, 40) } };
  if (date < earliest || date > latest)
    return { reason: 'access.date-far', details: { column, date, earliest, latest } };
  return date;
}
