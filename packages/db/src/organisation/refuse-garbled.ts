import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { type Grid, placeName } from './grid.ts';

const ascii = /^[\n -~]*$/;
/** Letters of Vietnamese that no encoding before Unicode has in their place. */
const beyond =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u0323]/;
/** Letters and signs that no Vietnamese word has, and with which old fonts (TCVN3, VNI) write it. */
const foreign =
  /[ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]|(?<=\p{L})(?:[\u00a1-\u00ac\u00ae-\u00bf](?=\p{L})|[¨©ª®µ¶·¸¹¼½¾])|[§¨©ª¬®](?=\p{Ll})/u;
/** Signs of HTML for letters, and question marks in the place of letters that were lost. */
const instead = /&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{4,7});|\p{L}\?|\ufffd/iu;
/** The bytes of UTF-8 taken for letters, as of `Ã£` for `ã`. A space that does not break and a soft hyphen prove nothing. */
const twice =
  /[\u00c2-\u00f4][\u0080-\u009f\u00a1-\u00ac\u00ae-\u00bf\u0152-\u02dc\u2013-\u203a\u20ac\u2122]/;

/** Characters of windows-1252 that are not at the place of their byte. */
const windows = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 128 + index))].map(
    (character, index) => [character, 128 + index],
  ),
);

function isTwiceEncoded(text: string): boolean {
  if (!twice.test(text)) return false;
  const bytes = [...text].map((character) => windows.get(character) ?? character.codePointAt(0) ?? 0);
  if (bytes.some((byte) => byte > 255)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return true;
  } catch {
    return false;
  }
}

/** `ư` of TCVN3 is a soft hyphen to Unicode, which nobody sees: without it `Hưng` would be `Hng`. */
const hiddenLetter = /\p{L}\u00ad|\u00ad\p{L}/u;

/** Whether a soft hyphen may be a letter, in a table that shows other signs of old fonts. */
export function mayHideLetter(text: string): boolean {
  return text.includes('\u00ad') && hiddenLetter.test(text) && !beyond.test(text);
}

/** Whether a cell holds letters of an old font, or what became of letters on their way. */
export function isGarbled(text: string): boolean {
  const isSuspect = text.includes('&') || text.includes('?') || text.includes('\ufffd');
  return (isSuspect && instead.test(text)) || (!ascii.test(text) && !beyond.test(text) && foreign.test(text));
}

/**
 * Refuses a table whose letters are not those that were written: UTF-8 that was taken for something else on its way, or fonts
 * from before Unicode, in which a whole list is written. A letter that was guessed wrongly would be stored as a name.
 * @returns whether some cells of a table in Unicode show signs of such a font
 * @throws DomainError `invalid`
 */
export function refuseGarbled({ rows, sheet }: Grid): boolean {
  let first: { readonly line: number; readonly place: number } | undefined;
  let hasUnicode = false;
  for (const { line, cells } of rows)
    for (const [place, text] of cells) {
      if (ascii.test(text)) continue;
      if (beyond.test(text)) hasUnicode = true;
      else if (isTwiceEncoded(text))
        throw new DomainError('invalid', 'file.garbled', { line, column: placeName(place, sheet) });
      else if (first === undefined && foreign.test(text)) first = { line, place };
    }
  if (first !== undefined && !hasUnicode)
    throw new DomainError('invalid', 'file.garbled', {
      line: first.line,
      column: placeName(first.place, sheet),
    });
  return first !== undefined;
}
