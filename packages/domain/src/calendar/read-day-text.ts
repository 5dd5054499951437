import { isPlainDate, type PlainDate } from './plain-date.ts';

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?$/;
const dayFirst = /^(?:ngày )?(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/i;
const inWords = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/i;

const dayOf = (year = '', month = '', day = '') => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : undefined;
};

/**
 * The day that a text names as people in Vietnam write one: day, month, year in full; or year, month, day. Undefined where it
 * leaves open which day is meant, as a year of two digits does.
 */
export function readDayText(text: string): PlainDate | undefined {
  const [, year, month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, month, day);
  const [, first, second, last] = dayFirst.exec(text) ?? inWords.exec(text) ?? [];
  return last === undefined ? undefined : dayOf(last, second, first);
}

/** Whether a text can only be month, day, year: whoever wrote it, wrote `03/04/2026` for 4 March. */
export function isMonthFirst(text: string): boolean {
  const [, month, day, year] = dayFirst.exec(text) ?? [];
  return year !== undefined && dayOf(year, day, month) === undefined && dayOf(year, month, day) !== undefined;
}

/** Whether a text would be another day with its month first. */
export function isAmbiguousDay(text: string): boolean {
  const [, day, month, year] = dayFirst.exec(text) ?? [];
  return Number(day) !== Number(month) && dayOf(year, day, month) !== undefined;
}
