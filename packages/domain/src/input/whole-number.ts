import * as z from 'zod/mini';

/** Of the kind of value only: one that is out of range says so by itself. */
const wrongType = ({ code, input }: { readonly code: string; readonly input: unknown }) => {
  if (code !== 'invalid_type') return undefined;
  return input === undefined ? 'input.required' : 'input.not-whole';
};

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number) {
  return z.int({ error: wrongType }).check(z.minimum(min), z.maximum(max));
}
