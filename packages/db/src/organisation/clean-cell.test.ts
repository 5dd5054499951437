import { expect, it } from 'vitest';
import { cleanCell } from './clean-cell.ts';

it.each([
  ['Xã\u000bCổ\u0003 Lễ\ufffe\0', 'Xã Cổ Lễ'],
  [' Xã\u00a0Cổ\u200b  Lễ\r\n'.normalize('NFD'), 'Xã Cổ Lễ'],
  ['Xã\ud800 Cổ Lễ', 'Xã Cổ Lễ'],
  ['Cổ \u0092Lễ', 'Cổ \u0092Lễ'],
])('a cell is what a person sees of it: %j', (given, kept) => {
  expect(cleanCell(given)).toBe(kept);
});
