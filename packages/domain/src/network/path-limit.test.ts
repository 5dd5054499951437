import { expect, it } from 'vitest';
import { newPathLimit } from './path-limit.ts';

it('halves what was refused, and tries twice as much each ten minutes without a refusal', () => {
  let now = 0;
  const limit = newPathLimit(() => now);
  expect(limit.most(256_000)).toBe(256_000);
  limit.refused(255_422);
  expect(limit.most(256_000)).toBe(127_711);
  // What was under way with the first says nothing new.
  limit.refused(255_422);
  expect(limit.most(256_000)).toBe(127_711);
  limit.refused(40);
  expect(limit.most(256_000)).toBe(1024);
  now += 10 * 60_000;
  expect(limit.most(256_000)).toBe(2048);
  now += 60 * 60_000;
  expect(limit.most(256_000)).toBe(2048 * 2 ** 6);
  now += 24 * 3_600_000;
  expect(limit.most(256_000)).toBe(256_000);
});
