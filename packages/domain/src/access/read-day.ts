import type { PlainDate } from '../calendar/plain-date.ts';
import { readDayText } from '../calendar/read-day-text.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';
import { shortened } from '../input/shortened.ts';

/** Beyond these a year was mistyped, or a program wrote its own first or last day for "none". */
const earliest = '1945-01-01';
const latest = '2199-12-31';

/** The day that a cell says; a doubtful one is refused, as one is that nobody can have meant. */
export function readDay(
  cell: string,
  column: string,
): PlainDate | { readonly reason: ErrorKey; readonly details: ErrorDetails } {
  const date = readDayText(cell);
  if (date === undefined)
    return { reason: 'access.date-wrong', details: { column, cell: shortened(cell, 40) } };
  if (date < earliest || date > latest)
    return { reason: 'access.date-far', details: { column, date, earliest, latest } };
  return date;
}
