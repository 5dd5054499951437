import * as z from 'zod/mini';

/** Control characters other than tab and line breaks: PostgreSQL refuses NUL, and people never type the rest. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function text(max: number) {
  return z.string().check(
    z.normalize('NFC'),
    z.trim(),
    z.maxLength(max),
    z.refine((value) => !control.test(value) && value.isWellFormed(), { error: 'input.wrong-format' }),
  );
}

/** A text that must be there: composed Unicode, trimmed, 1 to `max` UTF-16 units. */
export function requiredText(max: number) {
  return text(max).check(z.minLength(1));
}

/** A text that may be left out, null or empty; at most `max` UTF-16 units. */
export function optionalText(max: number) {
  return z.nullish(text(max));
}
