import { expect, it } from 'vitest';
import { isSameContent } from './same-content.ts';

it('tells by what is said, in whatever order, and a part that is undefined is none', () => {
  expect(isSameContent({ a: 1, b: [{ c: 'x' }], d: undefined }, { b: [{ c: 'x' }], a: 1 })).toBe(true);
  expect(isSameContent(null, null)).toBe(true);
});

it.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: '' }],
  [['x'], ['x', 'y']],
  [
    ['x', 'y'],
    ['y', 'x'],
  ],
  [{}, []],
  ['', null],
  [{ a: null }, {}],
])('tells %j from %j', (one, other) => {
  expect(isSameContent(one, other)).toBe(false);
  expect(isSameContent(other, one)).toBe(false);
});
