import { normalized } from './normalized.ts';

/** What other programs break a line with: Word's line (U+000B) and page (U+000C), Windows', and Unicode's own. */
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * Nobody sees these, and PostgreSQL, XML or UTF-8 refuses one or another of them: control characters, halves of
 * characters, code points that Unicode keeps for no character, the byte order mark. A tab and a line break stay.
 */
const gone = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff]/gu;

/** What almost every text is made of: composed letters of Latin scripts and their signs. It is as it is kept already. */
const plainText = /^[\t\n -~\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a]*$/;
const plainLine = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a]*$/;

const breakOrTab = /[\t\n]+/g;

/** Characters that are drawn as an empty place: the braille pattern without dots, the fillers of Hangul. */
const blank = /[\u2800\u3164\uffa0\u115f\u1160]/g;

/** Nobody sees these: widths of zero, soft hyphens, marks of direction. Joiners, and what chooses between shapes, say how to draw. */
const unseen =
  /(?![\p{Join_Control}\p{Variation_Selector}])[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

const joiners = /(\p{Join_Control})\p{Join_Control}+/gu;
/** Joins nothing: a word begins or ends here. */
const looseJoiner = /(?<=^|\s)\p{Join_Control}|\p{Join_Control}(?=\s|$)/gu;
const ink = /[^\s\u2800\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;

/**
 * A text as it is kept, whatever it was pasted from: every line break is one, nothing unstorable is in it, letters are
 * composed. Everything that can be seen stays, as do joiners (they make one picture of several) and marks of direction,
 * without which a quotation in another script reads wrong; they reach no further than their paragraph.
 */
export function storableText(text: string): string {
  // A touch waits for this, and a thousand notes at once.
  if (plainText.test(text)) return text;
  return normalized(text.replace(lineBreak, '\n').replace(gone, ''), 'NFC');
}

/**
 * The same on one line, as of a name or title: breaks, tabs and blanks become a space. What nobody sees goes: it makes two names
 * that read as one, and marks of direction would turn round what stands beside the name, and show `fdp.exe.pdf` as another kind
 * of file than it is. Joiners inside a word stay.
 */
export function storableLine(text: string): string {
  if (plainLine.test(text)) return text;
  return normalized(
    storableText(text)
      .replace(breakOrTab, ' ')
      .replace(blank, ' ')
      .replace(unseen, '')
      .replace(joiners, '$1')
      .replace(looseJoiner, ''),
    'NFC',
  );
}

/** Whether anything of a text can be seen: what has nothing to read is nothing. */
export function isBlank(text: string): boolean {
  return !ink.test(text);
}

/** How long a storable text is: each character once, as the schemas and PostgreSQL count. */
export function textLength(stored: string): number {
  return [...stored].length;
}
