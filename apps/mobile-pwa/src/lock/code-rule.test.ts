import { describe, expect, it } from 'vitest';
import { isIdle } from './auto-lock.ts';
import { codeFault } from './code-rule.ts';
import { sayWait } from './say-wait.ts';

describe('a new code', () => {
  it.each([
    ['284619', null],
    ['  284619 ', null],
    ['trăng lên đỉnh núi', null],
    ['28461', 'too-short'],
    ['bảy chữ', 'too-short'],
    ['111111', 'too-simple'],
    ['121212', 'too-simple'],
    ['123456', 'too-simple'],
    ['987654', 'too-simple'],
    ['aaaaaaaa', 'too-simple'],
  ])('%s: %s', (code, fault) => {
    expect(codeFault(code)).toBe(fault);
  });
});

it('a tablet is idle after the minutes chosen, and when its clock was set back', () => {
  expect(isIdle(0, 15 * 60_000 - 1, 15)).toBe(false);
  expect(isIdle(0, 15 * 60_000, 15)).toBe(true);
  expect(isIdle(0, 5 * 60_000, 5)).toBe(true);
  expect(isIdle(60_000, 0, 15)).toBe(true);
});

it('says a wait as minutes and seconds', () => {
  expect([27, 60, 899].map(sayWait)).toEqual(['0:27', '1:00', '14:59']);
});
