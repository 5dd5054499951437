import { normalized } from '@kycuong/domain/input/normalized.ts';

/** Nothing to do, as for most: composed letters of Latin scripts, single spaces between them. */
const plain = /^(?:[!-~\u00c0-\u024f\u1e00-\u1ef9]+(?: (?=\S)|$))*$/;
// Zero widths, soft hyphens, direction marks, byte order marks, what older programs print with, and what is no character:
// nobody sees them, and none makes another text. Controls above U+007F stay to be refused: they tell of a wrong encoding.
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u0000-\u0008\u000e-\u001f\u007f]/gu;

/** A cell's text as a person sees it: composed letters, single spaces, nothing that is not seen. A line break is a space. */
export function cleanCell(text: string): string {
  if (plain.test(text)) return text;
  return normalized(text.replace(unseen, ''), 'NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}
