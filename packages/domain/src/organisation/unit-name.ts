import { normalized } from '../input/normalized.ts';

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

// Zero-width spaces and joiners, soft hyphens, marks of direction, a byte order mark.
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** PostgreSQL text cannot hold a NUL or half a character, and no name holds a control character. */
export function isReadable(text: string): boolean {
  return !/\p{Cc}|\p{Cs}/u.test(text);
}

/** One Unicode form, nothing invisible, no space around, one between words: as names and codes are stored and compared. */
export function tidyName(name: string): string {
  return normalized(name.replace(invisible, ''), 'NFC').replace(/\s+/gu, ' ').trim();
}

function spellingOf(word: string): string {
  const marks = word.match(toneMarks)?.join('') ?? '';
  return word.replace(toneMarks, '') + marks;
}

/**
 * True when two names differ in spelling at most: capitals, the apostrophe's shape, or where the tone mark
 * stands ("Hòa" and "Hoà", both correct and both in the official lists).
 */
export function isSameName(one: string, other: string): boolean {
  return soundOf(one) === soundOf(other);
}

function soundOf(name: string): string {
  return tidyName(name)
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .normalize('NFD')
    .split(' ')
    .map(spellingOf)
    .join(' ');
}
