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
const plainLine = /^[ -~\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a]*$/;

const breakOrTab = /[\t\n]+/g;

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
 * The same on one line, as of a name or title: breaks and tabs become a space. Marks of direction go: they would turn
 * round what stands beside the name, and show `fdp.exe.pdf` as another kind of file than it is.
 */
export function storableLine(text: string): string {
  if (plainLine.test(text)) return text;
  return normalized(
    storableText(text)
      .replace(breakOrTab, ' ')
      .replace(/\p{Bidi_Control}/gu, ''),
    'NFC',
  );
}

/** How long a storable text is: each character once, as the schemas and PostgreSQL count. */
export function textLength(stored: string): number {
  return [...stored].length;
}
