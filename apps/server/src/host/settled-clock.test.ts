import { expect, it } from 'vitest';
import { settledClock } from './settled-clock.ts';

const hour = 3_600_000;
const year = 365 * 24 * hour;

it('believes no clock at once, and never the part of it that was ahead for a while', () => {
  let ran = 0;
  let clock = Date.parse('2026-11-29T02:00:00Z');
  const settled = settledClock(
    55 * 60_000,
    () => new Date(clock),
    () => ran,
  );
  const turn = (aheadMs = 0) => {
    const told = settled();
    ran += hour;
    clock += hour + aheadMs;
    return told?.toISOString();
  };
  expect(turn()).toBeUndefined();
  expect(turn(year)).toBe('2026-11-29T02:00:00.000Z');
  // A year ahead: what is old is still told by the hour before.
  expect(turn(-year)).toBe('2026-11-29T03:00:00.000Z');
  expect(turn()).toBe('2026-11-29T05:00:00.000Z');
  expect(turn()).toBe('2026-11-29T05:00:00.000Z');
});

it('started with a clock that is ahead, it goes by the right one once that is back', () => {
  let ran = 0;
  let clock = Date.parse('2027-11-29T02:00:00Z');
  const settled = settledClock(
    55 * 60_000,
    () => new Date(clock),
    () => ran,
  );
  expect(settled()).toBeUndefined();
  ran += hour;
  clock += hour - year;
  expect(settled()?.getUTCFullYear()).toBe(2026);
});
