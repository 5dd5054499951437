const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** One Unicode form, no space around, one space between words: as names are stored. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
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
