import * as z from 'zod/mini';

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number) {
  return z.int({ error: 'input.wrong-type' }).check(z.minimum(min), z.maximum(max));
}
