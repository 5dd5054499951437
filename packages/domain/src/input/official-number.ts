import * as z from 'zod/mini';
import type { ErrorKey } from '../error/catalogue.ts';
import { ifNear } from './bounded-text.ts';
import { storableLine } from './storable-text.ts';

const longest = 60;

/** The abbreviation of an agency, in the letters in which it is written: those of another script would make it another one. */
const name =
  '(?=\\p{Lu})[A-Za-z\\u00c0-\\u01b0\\u1ea0-\\u1ef9\\d.]*[A-Za-z\\u00c0-\\u01b0\\u1ea0-\\u1ef9\\d]';

/** As the registry writes it: no spaces at the strokes, a number below 10 with its zero, a longer one without. */
const asRegistered = (text: string) =>
  storableLine(text)
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([/-]) ?/g, '$1')
    .replace(/^0*(\d+)/, (_, number: string) => number.padStart(2, '0'));

/**
 * Number and symbol of an official paper, `07/TB-SNV`: the number in its series, what kind of paper it is, who issues it
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3). `kinds`: abbreviations of Phụ lục III, such as TB or QĐ.
 */
export function officialNumber(kinds: readonly string[], error: ErrorKey) {
  const shape = new RegExp(`^\\d{2,6}/(${kinds.join('|')})(-${name})+$`, 'u');
  return z
    .string()
    .check(
      z.overwrite(ifNear(asRegistered, longest)),
      z.minLength(1),
      z.maxLength(longest),
      z.regex(shape, { error }),
    );
}
