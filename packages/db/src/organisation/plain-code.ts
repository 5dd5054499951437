import { normalized } from '@kycuong/domain/input/normalized.ts';

/** Digits of other scripts stand in tens, one after another from their zero. */
function digitOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}

const plain = /^[0-9A-Za-z][0-9A-Za-z.-]*$/;

/** `="00991"` and `'00991`, as spreadsheets are told to keep the zeros, and digits of any script are the plain code. */
export function plainCode(text: string): string {
  if (plain.test(text)) return text;
  const shown = /^="(.*)"$/.exec(text)?.[1] ?? text;
  return normalized(shown, 'NFKC')
    .replace(/^['‘’`]+(?=\p{Nd})/u, '')
    .replace(/(?![0-9])\p{Nd}/gu, digitOf)
    .trim();
}

/** `9.9E+04`, `99002.0`: what a spreadsheet made of a code; which code it was nobody can say. */
export function isCalculated(code: string): boolean {
  return /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(code) || /^[+-]?\d+[.,]\d*$/.test(code);
}
