import * as z from 'zod/mini';

/** Of the kind of value only: one that is out of range says so by itself. */
const wrongType = ({ code }: { readonly code: string }) =>
  code === 'invalid_type' ? 'input.wrong-type' : undefined;

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number) {
  return z.int({ error: wrongType }).check(z.minimum(min), z.maximum(max));
}
