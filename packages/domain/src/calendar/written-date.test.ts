import { expect, it } from 'vitest';
import { dateInFigures, dateInWords, daysInWords } from './written-date.ts';

it.each([
  ['2026-09-15', 'ngày 15 tháng 9 năm 2026', '15/9/2026'],
  ['2026-03-05', 'ngày 05 tháng 3 năm 2026', '05/3/2026'],
  ['2026-02-28', 'ngày 28 tháng 02 năm 2026', '28/02/2026'],
  ['2026-01-09', 'ngày 09 tháng 01 năm 2026', '09/01/2026'],
  ['2026-10-06', 'ngày 06 tháng 10 năm 2026', '06/10/2026'],
  ['2026-12-31', 'ngày 31 tháng 12 năm 2026', '31/12/2026'],
])('%s is written with a zero before days below 10 and the months 1 and 2', (date, words, figures) => {
  expect(dateInWords(date)).toBe(words);
  expect(dateInFigures(date)).toBe(figures);
});

it('names one day once', () => {
  expect(daysInWords('2026-11-30', '2026-11-30')).toBe('ngày 30 tháng 11 năm 2026');
  expect(daysInWords('2026-09-29', '2026-10-06')).toBe(
    'từ ngày 29 tháng 9 năm 2026 đến ngày 06 tháng 10 năm 2026',
  );
});
