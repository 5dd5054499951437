import { expect, it } from 'vitest';
import { isSameName, tidyName } from './unit-name.ts';

it('tidies spaces and composes letters', () => {
  expect(tidyName(' Phường  An Lạc '.normalize('NFD'))).toBe('Phường An Lạc');
});

it.each([
  ['Xã Hòa Bình', 'Xã Hoà Bình', true],
  ['Xã Ea H’leo', "Xã Ea H'Leo", true],
  ['Xã Thúy', 'Xã Thuý', true],
  ['Xã Hòa', 'Xã Hoa', false],
  ['Xã Long Thành', 'Phường Long Thành', false],
  ['Phường 5', 'Phường 05', false],
])('%s and %s: same %s', (one, other, same) => {
  expect(isSameName(one, other)).toBe(same);
});
