/** Nothing to do, as for most: composed letters of Latin scripts, single spaces between them. */
const plain = /^(?:[!-~\u00c0-\u024f\u1e00-\u1ef9]+(?: (?=\S)|$))*$/;
// Zero widths, soft hyphens, direction marks, byte order marks: nobody sees them, and none makes another text.
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** A cell's text as a person sees it: composed letters, single spaces, nothing that is not seen. A line break is a space. */
export function cleanCell(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(unseen, '')
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}
