import { longestNote } from '@kycuong/domain/visit/set-answer.ts';
import { expect, it } from 'vitest';
import { typedValue } from './typed-value.ts';

it('makes no count of what is none: not of parts of it, not of the first of its figures', () => {
  for (const typed of ['12,5', '1.5', '-3', '12 bộ', '1234567', '1e3'])
    expect(typedValue('count', typed)).toBeUndefined();
  expect([' 12 ', '0', '999999', '', ' '].map((typed) => typedValue('count', typed))).toEqual([
    ...[12, 0, 999_999, null, null],
  ]);
});

it('leaves a note as it is, without what stands around it; one that is too long is not cut', () => {
  expect(typedValue('note', ' Hai  dòng\nnày ')).toBe('Hai  dòng\nnày');
  expect(typedValue('note', '  ')).toBeNull();
  expect(typedValue('note', 'x'.repeat(longestNote + 1))).toBeUndefined();
});
