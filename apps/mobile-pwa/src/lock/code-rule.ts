import { plainCode } from './code-wrap.ts';

const mostDigits = '01234567890123456789';

/** What is wrong with a new unlock code; null: nothing. Six digits or more, or a phrase of eight characters or more. */
export function codeFault(code: string): 'too-short' | 'too-simple' | null {
  const plain = plainCode(code);
  const digits = /^\d*$/.test(plain);
  if ([...plain].length < (digits ? 6 : 8)) return 'too-short';
  const row = mostDigits.includes(plain) || [...mostDigits].toReversed().join('').includes(plain);
  if (new Set(plain).size < 3 || (digits && row)) return 'too-simple';
  return null;
}
