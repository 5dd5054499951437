import { expect, it } from 'vitest';
import { boldWidth } from './bold-width.ts';

it.each([
  // As fonts and a layout program measured them.
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, 95.67],
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 88.32],
  ['Độc lập - Tự do - Hạnh phúc', 14, 60.46],
])('"%s" at %i points', (text, size, millimetres) => {
  expect(boldWidth(text, size)).toBeCloseTo(millimetres, 2);
});

it('counts a letter with its tone as the letter, composed or not', () => {
  const size = 14;
  expect(boldWidth('ƯỢNG ướng ắặẩỹỵ', size)).toBe(boldWidth('ƯƠNG ương aaayy', size));
  expect(boldWidth('Hộ'.normalize('NFD'), size)).toBe(boldWidth('Ho', size));
});
