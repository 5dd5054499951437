import { storableText } from '../input/storable-text.ts';

/**
 * Markings of secrecy: the three levels of the Law on Protection of State Secrets (29/2018/QH14), Article 8.
 * A document that bears one must not be put into this system.
 */
export const secrecyMarkings = ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT'] as const;
export type SecrecyMarking = (typeof secrecyMarkings)[number];

const edge = '[\\p{L}\\p{M}\\p{N}]';
const asWord = (words: string) => new RegExp(`(?<!${edge})${words}(?!${edge})`, 'u');
const gap = '[\\s_.\\-]*';
const levels: readonly (readonly [SecrecyMarking, RegExp])[] = [
  ['TUYỆT MẬT', asWord(`TUYỆT${gap}MẬT`)],
  ['TỐI MẬT', asWord(`TỐI${gap}MẬT`)],
];
/** File names lose their diacritics on the way; MẬT alone would be any other "mat" then, save as a part of its own. */
const bare: readonly (readonly [SecrecyMarking, RegExp])[] = [
  ['TUYỆT MẬT', asWord(`TUYET${gap}MAT`)],
  ['TỐI MẬT', asWord(`TOI${gap}MAT`)],
  ['MẬT', /(?:^|[_\-.[(])MAT(?:[_\-.\])]|$)/u],
];

/** Everyday words that are written in capitals in a heading: MẬT KHẨU, MẬT ĐỘ, BẢO MẬT, BÍ MẬT, TRÁI MẬT … */
const before = /(?:BẢO|BÍ|CẨN|THÂN|CƠ|KÍN|NGỌT|TRÁI|TÚI|ỐNG|ĂN|MÁY|RỈ|GIẢI)\s+$/u;
const after = /^\s+(?:KHẨU|ĐỘ|MÃ|ONG|THIẾT|MÍA|VỤ|HOA|ƯỚC|NGỌT|THƯ\s+VIỆN)(?![\p{L}\p{M}\p{N}])/u;

const alone = new RegExp(asWord('MẬT'), 'gu');

function standsAlone(text: string): boolean {
  for (const { index } of text.matchAll(alone))
    if (!before.test(text.slice(0, index)) && !after.test(text.slice(index + 'MẬT'.length))) return true;
  return false;
}

/**
 * The highest marking of secrecy that a text, or the name of a file, bears; null when there is none. A marking is a
 * word of its own in capitals: neither "bí mật" in prose nor "MẬT ĐỘ" in a heading is one.
 */
export function secrecyMarkingOf(text: string, kind: 'text' | 'file-name' = 'text'): SecrecyMarking | null {
  const written = storableText(text);
  // Each of them has this word in it. Patterns of letters are dear to make, and a touch on an answer waits for this.
  if (!written.includes('MẬT') && !(kind === 'file-name' && written.includes('MAT'))) return null;
  const found = levels.find(([, pattern]) => pattern.test(written))?.[0];
  if (found) return found;
  if (standsAlone(written)) return 'MẬT';
  return kind === 'file-name' ? (bare.find(([, pattern]) => pattern.test(written))?.[0] ?? null) : null;
}

/** The highest marking in any of several texts. */
export function highestMarking(found: readonly (SecrecyMarking | null)[]): SecrecyMarking | null {
  return secrecyMarkings.find((marking) => found.includes(marking)) ?? null;
}
