import * as z from 'zod/mini';

/** Lower case without the letters and digits that are taken for one another on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const shape = new RegExp(`^[${letters}]{4}(?:-[${letters}]{4}){3}$`);

/** A code that is read from paper: four groups of four. Only a random one has this shape. */
export const PaperCode = z.string().check(z.maxLength(40), z.regex(shape, { error: 'input.wrong-format' }));

const grouped = (text: string) => [0, 4, 8, 12].map((start) => text.slice(start, start + 4)).join('-');

/** A code as people type it from paper, in capitals or without its hyphens, as it was made; any other text as it is. */
export function paperCodeOf(typed: string): string {
  const code = grouped(typed.toLowerCase().replace(/[\s\p{Pd}]/gu, ''));
  return PaperCode.safeParse(code).success && typed.length <= 40 ? code : typed;
}

/** Some 79 bits from the system's source of randomness: a plain hash of it cannot be guessed. */
export function generatePaperCode(): string {
  let text = '';
  while (text.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // Bytes beyond the last whole multiple would make the first letters likelier.
      if (byte < 256 - (256 % letters.length)) text += letters[byte % letters.length];
    }
  }
  return grouped(text);
}
