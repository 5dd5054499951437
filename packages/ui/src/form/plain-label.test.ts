import { expect, it } from 'vitest';
import { labelInSentence, plainLabel } from './plain-label.ts';

it('leaves out what a label explains in brackets', () => {
  expect(plainLabel('Đến hết ngày (để trống nếu chưa định)')).toBe('Đến hết ngày');
});

it.each([
  ['Tên đợt kiểm tra', 'tên đợt kiểm tra'],
  ['Đơn vị', 'đơn vị'],
  ['TTHC được xem', 'TTHC được xem'],
])('%s stands in a sentence as %s', (label, inside) => {
  expect(labelInSentence(label)).toBe(inside);
});
