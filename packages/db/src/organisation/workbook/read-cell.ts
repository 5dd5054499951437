import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { unescapeText } from './kept-text.ts';
import { type NumberFormat, shownZeros, showsDay } from './read-styles.ts';

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
  readonly isFormula: boolean;
}

interface ReadCell {
  readonly text: string;
  /** A number, of which zeros that stood before it are lost. */
  readonly isNumber?: boolean;
  /** Nobody can say what the cell is meant to say. */
  readonly fault?: ErrorKey;
}

const dayMs = 86_400_000;
/** Days between the day 0 of the file and 1 January 1970; the days of February 1900 are counted wrongly by all programs. */
const daysBefore1970 = 25_569;
const days1904 = 1_462;

const dayPattern = /^\d{4}-\d{2}-\d{2}T/;

/** None outside the four digits of a year, as of a number that programs show as `####`. */
function dayOf(instant: Date, shown: string): ReadCell {
  const text = Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
  return dayPattern.test(text) ? { text: text.slice(0, 10) } : { text: shown, fault: 'file.day-doubtful' };
}

function dayOfSerial(serial: number, from1904: boolean): ReadCell {
  const days = Math.floor(serial) + (from1904 ? days1904 : 0) - daysBefore1970;
  return dayOf(new Date(serial < 0 ? Number.NaN : days * dayMs), String(serial));
}

const numberOf = (text: string) => {
  const number = Number(text);
  if (Number.isNaN(number)) throw new Error('a number that is none');
  return number;
};

/** What a person sees in the cell: a number without grouping, a day as `YYYY-MM-DD`. @throws Error for what is no cell */
export function readCell(
  { type = 'n', style, value, inline, isFormula }: RawCell,
  { sharedStrings, styles, from1904 }: Background,
): ReadCell {
  if (type === 'inlineStr') return { text: unescapeText(inline).trim() };
  if (type === 'e') return { text: value || '#', fault: 'file.cell-error' };
  if (value === undefined || value === '')
    return isFormula && type === 'n' ? { text: '=', fault: 'file.cell-not-computed' } : { text: '' };
  if (type === 'str') return { text: unescapeText(value).trim() };
  if (type === 'b') return { text: value, fault: 'file.cell-boolean' };
  if (type === 'd') return dayOf(new Date(value), value);
  if (type === 's') {
    const text = sharedStrings[numberOf(value)];
    if (text === undefined) throw new Error('a text that is not there');
    return { text: text.trim() };
  }
  if (type !== 'n') throw new Error('a cell of no known kind');
  const number = numberOf(value);
  const format = style === undefined ? undefined : styles[numberOf(style)];
  if (format !== undefined && showsDay(format)) return dayOfSerial(number, from1904);
  const zeros = format === undefined ? 0 : shownZeros(format);
  if (zeros > 1 && Number.isInteger(number) && number >= 0)
    return { text: String(number).padStart(zeros, '0') };
  return { text: String(number), isNumber: true };
}
