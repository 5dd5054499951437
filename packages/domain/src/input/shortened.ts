import { textLength } from './storable-text.ts';

/** A text that is only named in a message or a list: no longer than `longest` characters, and "…" where it goes on. */
export function shortened(text: string, longest: number): string {
  return textLength(text) <= longest ? text : `${[...text].slice(0, longest - 1).join('')}…`;
}
