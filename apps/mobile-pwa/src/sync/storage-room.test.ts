import { expect, it } from 'vitest';
import { freeBytes } from './storage-room.ts';

it('does not take whole gibibytes, which Chromium always names, for the room that is left', () => {
  expect(freeBytes({ usage: 73_728, quota: 73_728 + 10 * 2 ** 30 })).toBeNull();
  expect(freeBytes({})).toBeNull();
  expect(freeBytes({ usage: 73_728, quota: 5_000_000 })).toBe(4_926_272);
  expect(freeBytes({ usage: 6_000_000, quota: 5_000_000 })).toBe(0);
});
