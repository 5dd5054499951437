import { expect, it } from 'vitest';
import { believable } from './stated-time.ts';

const now = Date.parse('2026-11-30T04:10:00Z');

it.each([
  ['2026-11-20T08:00:00+07:00', true],
  ['2026-11-30T11:12:00+07:00', true],
  ['2027-11-30T08:00:00+07:00', false],
  ['1970-01-01T00:00:00Z', false],
  ['2000-01-01T00:00:00+07:00', false],
  ['2026-13-45T08:00:00+07:00', false],
])('believes %s: %s', (at, so) => {
  expect(believable(at, now)).toBe(so ? at : undefined);
});
