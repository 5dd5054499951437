import * as z from 'zod/mini';

const wrongType = ({ code, input }: { readonly code: string; readonly input: unknown }) => {
  if (code !== 'invalid_type') return undefined;
  return input === undefined ? 'input.required' : 'input.not-whole';
};

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number) {
  const params = { minimum: min, maximum: max };
  return z.int({ error: wrongType }).check(
    // Either bound is told with the other; the two behind it are there for who reads the schema.
    z.refine((value) => min <= value && value <= max, { error: 'input.whole-between', params, abort: true }),
    z.minimum(min),
    z.maximum(max),
  );
}
