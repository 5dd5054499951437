import { expect, it } from 'vitest';
import { lineRanges } from './line-ranges.ts';

it('names lines that follow each other by their ends', () => {
  expect(lineRanges([7, 12, 13, 14, 9]).map(({ text }) => text)).toEqual(['7', '9', '12–14']);
  expect(lineRanges([3, 4, 4]).map(({ count }) => count)).toEqual([2]);
  expect(lineRanges([])).toEqual([]);
});
