import { expect, it } from 'vitest';
import { errorText } from './catalogue.ts';

it.each([
  ['vi', 'Thừa 791 ký tự (tối đa 4.000).'],
  ['en', 'Too long by 791 (at most 4,000 characters).'],
] as const)('an amount inside a text is written as its reader writes it: %s', (language, text) => {
  expect(errorText('input.too-long', language, { over: 791, maximum: 4000 })).toBe(text);
});
