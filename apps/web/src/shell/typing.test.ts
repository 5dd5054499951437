import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Typing } from './typing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('lasts as long as one key follows another, and is over when they rest', () => {
  const typing = new Typing();
  const told: boolean[] = [];
  typing.follow(() => told.push(typing.isUnderWay));
  for (let key = 0; key < 10; key += 1) {
    typing.key();
    vi.advanceTimersByTime(2000);
  }
  expect(told).toEqual([true]);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([true, false]);
});

it('is over at once where the field is left or something is sent, and said once', () => {
  const typing = new Typing();
  const told: boolean[] = [];
  typing.follow(() => told.push(typing.isUnderWay));
  typing.over();
  typing.key();
  typing.over();
  typing.over();
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([true, false]);
});
