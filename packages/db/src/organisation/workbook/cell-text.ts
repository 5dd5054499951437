import { unescapeText } from './kept-text.ts';
import { isDateFormat, type NumberFormat } from './read-styles.ts';

/** What the cells of a sheet refer to. */
export interface Background {
  readonly sharedStrings: readonly string[];
  readonly styles: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** A cell as it stands in the file. */
export interface RawCell {
  readonly type: string | undefined;
  readonly style: string | undefined;
  /** Undefined: there is none, as of a formula that was never worked out. */
  readonly value: string | undefined;
  readonly inline: string;
}

const dayMs = 86_400_000;
/** Days between the day 0 of the file and 1 January 1970; the days of February 1900 are counted wrongly by all programs. */
const daysBefore1970 = 25_569;
const days1904 = 1_462;

function dayOf(serial: number, from1904: boolean): string {
  const days = serial + (from1904 ? days1904 : 0) - daysBefore1970;
  return new Date(Math.floor(days * dayMs)).toISOString().slice(0, 10);
}

const numberOf = (text: string) => {
  const number = Number(text);
  if (Number.isNaN(number)) throw new Error('a number that is none');
  return number;
};

/** The cell's content as text: a number without grouping, a day as `YYYY-MM-DD`, "" for a formula's error. @throws Error for what is no cell */
export function cellText(
  { type = 'n', style, value, inline }: RawCell,
  { sharedStrings, styles, from1904 }: Background,
): string {
  if (type === 'inlineStr') return unescapeText(inline).trim();
  if (type === 'e' || value === undefined || value === '') return '';
  if (type === 'str') return unescapeText(value).trim();
  if (type === 'b') return String(numberOf(value) === 1);
  if (type === 'd') return new Date(value).toISOString().slice(0, 10);
  if (type === 's') {
    const text = sharedStrings[numberOf(value)];
    if (text === undefined) throw new Error('a text that is not there');
    return text.trim();
  }
  if (type !== 'n') throw new Error('a cell of no known kind');
  const format = style === undefined ? undefined : styles[numberOf(style)];
  if (format !== undefined && isDateFormat(format)) return dayOf(numberOf(value), from1904);
  return String(numberOf(value));
}
