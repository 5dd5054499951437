import { expect, it } from 'vitest';
import { readCount } from './read-count.ts';

it.each([
  ['12', 12],
  [' 12 ', 12],
  ['１２', 12],
  ['0', 0],
  ['007', 7],
  ['', null],
  [' ', null],
])('“%s” is a count', (text, count) => expect(readCount(text)).toBe(count));

it.each(['1.5', '1,5', '-3', '1.200', '12 người', '1 2', '1e2', '1234567', 'mười hai'])(
  'of “%s” no other number is made',
  (text) => expect(readCount(text)).toBeUndefined(),
);
