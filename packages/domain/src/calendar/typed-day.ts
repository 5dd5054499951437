import type { InputIssue } from '../error/domain-error.ts';
import type { PlainDate } from './plain-date.ts';
import { isMonthFirst, readDayText } from './read-day-text.ts';

/** Nobody means a day outside these: the year was mistyped. */
export const earliestDay: PlainDate = '1945-01-01';
export const latestDay: PlainDate = '2199-12-31';

const withSpaces = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})$/;
const eightFigures = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * The last year of which two figures are enough. Days are typed near today, `5/1/27`, and the field shows the whole year when it
 * is left; `5/1/85` may be the last century as well, and is asked for.
 */
const lastShortYear = 49;

/** Nobody writes a day in more characters, spaces and all. */
const longestDay = 40;

/** With its slashes and its whole year, where it is one in the shape of a day. */
function inFull(text: string): string {
  if (text.length > longestDay) return text;
  const typed = text.normalize('NFKC').trim();
  const [, day, month, year] = eightFigures.exec(typed) ?? withSpaces.exec(typed) ?? [];
  if (year === undefined) return typed;
  const short = year.length === 2 && Number(year) <= lastShortYear;
  return `${day}/${month}/${short ? `20${year}` : year}`;
}

/** The day that a text means in a field, where an import would take only a whole year. Undefined for what is no day. */
export function typedDay(text: string): PlainDate | undefined {
  return readDayText(inFull(text));
}

/** `05/01/2027` for a day. */
export function dayInFigures(day: PlainDate): string {
  return day.split('-').reverse().join('/');
}

/** Much longer, it is something that was pasted into the wrong field. */
const mostShown = 20;

/** Why a text is no day that can be taken, for the message beside its field; undefined where it is one. */
export function whyNoDay(text: string): Pick<InputIssue, 'key' | 'details'> | undefined {
  const full = inFull(text);
  const day = readDayText(full);
  if (day !== undefined)
    return day < earliestDay || day > latestDay
      ? {
          key: 'input.day-far',
          details: { earliest: dayInFigures(earliestDay), latest: dayInFigures(latestDay) },
        }
      : undefined;
  if (isMonthFirst(full)) {
    const [month = '', date = '', year = ''] = full.split(/[-/.]/);
    const meant = `${date.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`;
    return { key: 'input.month-first', details: { month: Number(date), meant } };
  }
  if (/^\d+[-/.]\d+[-/.]\d{4}$/.test(full)) return { key: 'input.no-such-day', details: { day: full } };
  // As programs send one.
  if (/^\d{4}-\d\d-\d\d$/.test(full))
    return { key: 'input.no-such-day', details: { day: dayInFigures(full) } };
  if (/^\d+\/\d+\/\d\d$/.test(full)) return { key: 'input.year-short', details: { typed: full } };
  return { key: 'input.not-a-date', details: { typed: full.slice(0, mostShown) } };
}
