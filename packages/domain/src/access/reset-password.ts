import * as z from 'zod/mini';
import { Id } from '../input/id.ts';

/** How long the code of a slip is good for. */
export const slipHours = 72;

/** Lower case without the letters and digits that are taken for one another on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const shape = new RegExp(`^[${letters}]{4}(?:-[${letters}]{4}){3}$`);

/**
 * A password that somebody else made up and that goes over on paper: it opens nothing but the setting of one's own. Whoever
 * resets makes the code, so that no receipt has to carry it.
 */
export const ResetPassword = z.object({
  accountId: Id,
  code: z.string().check(z.maxLength(40), z.regex(shape, { error: 'input.wrong-format' })),
});
export type ResetPassword = z.infer<typeof ResetPassword>;

/** The code of a slip: four groups of four, some 79 bits, from the system's source of randomness. */
export function generateSlipCode(): string {
  let text = '';
  while (text.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // Bytes beyond the last whole multiple would make the first letters likelier.
      if (byte < 256 - (256 % letters.length)) text += letters[byte % letters.length];
    }
  }
  return [0, 4, 8, 12].map((start) => text.slice(start, start + 4)).join('-');
}
