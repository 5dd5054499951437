import { expect, it } from 'vitest';
import { daysOfYear, weeksOfMonth } from './year-days.ts';

it('knows leap years', () => {
  expect(daysOfYear(2028)).toHaveLength(366);
  expect(daysOfYear(2026).at(-1)).toBe('2026-12-31');
});

it('puts a month into weeks that begin on Monday', () => {
  const november = weeksOfMonth(2026, 11);
  expect(november).toHaveLength(6);
  expect(november[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(november[5]).toEqual(['2026-11-30', null, null, null, null, null, null]);
  expect(weeksOfMonth(2027, 2)).toHaveLength(4);
});
