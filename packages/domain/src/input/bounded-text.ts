import * as z from 'zod/mini';
import { normalized } from './normalized.ts';

/** Control characters other than tab and line breaks: PostgreSQL refuses NUL, and people never type the rest. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function textChecks(max: number) {
  return [
    // What is too long whatever is made of it is refused as it is: composing makes one character of four at the most.
    z.overwrite<string>((value) => (value.length > 8 * max ? value : normalized(value, 'NFC'))),
    z.trim(),
    z.maxLength(max),
    z.refine<string>((value) => !control.test(value) && value.isWellFormed(), {
      error: 'input.wrong-format',
    }),
  ];
}

const text = (max: number) => z.string().check(...textChecks(max));

/** A text that must be there: composed Unicode, trimmed, 1 to `max` UTF-16 units. */
export function requiredText(max: number) {
  return text(max).check(z.minLength(1));
}

/** A name of a file or the like: line breaks and tabs, which nobody meant, become spaces. */
export function oneLine(max: number) {
  return z.string().check(
    z.overwrite((value) => value.replaceAll(/[\t\n\r\u0085\u2028\u2029]+/g, ' ')),
    ...textChecks(max),
    z.minLength(1),
  );
}

/** A text that may be left out, null or empty; at most `max` UTF-16 units. */
export function optionalText(max: number) {
  return z.nullish(text(max));
}
