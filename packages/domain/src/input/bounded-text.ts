import * as z from 'zod/mini';
import { isBlank, storableLine, storableText } from './storable-text.ts';

/**
 * Any text that can be typed or pasted is taken: it is made storable, never refused for what is in it. One of which nothing can be
 * seen is empty. Lengths are counted in composed characters (code points of NFC), as PostgreSQL counts them.
 */
function made(store: (text: string) => string, max: number) {
  const seen = (text: string) => {
    const kept = store(text);
    return isBlank(kept) ? '' : kept;
  };
  return z.string().check(z.overwrite(ifNear(seen, max)), z.trim(), z.maxLength(max));
}

/** What is too long whatever is made of it is refused as it is: composing makes one character of four at the most. */
export function ifNear(store: (text: string) => string, max: number) {
  return (text: string) => (text.length > 8 * max ? text : store(text));
}

/** A text of several lines that must be there: 1 to `max` characters. */
export function requiredText(max: number) {
  return made(storableText, max).check(z.minLength(1));
}

/** A text of several lines that may be left out, null or empty. */
export function optionalText(max: number) {
  return z.nullish(made(storableText, max));
}

/** A name, title or number, on one line: 1 to `max` characters. */
export function requiredLine(max: number) {
  return made(storableLine, max).check(z.minLength(1));
}

/** A name or number on one line that may be left out, null or empty. */
export function optionalLine(max: number) {
  return z.nullish(made(storableLine, max));
}
