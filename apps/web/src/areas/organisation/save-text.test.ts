import { expect, it } from 'vitest';
import { csvOf } from './save-text.ts';

it('quotes every cell and lets none become a formula', () => {
  expect(
    csvOf([
      ['dòng', 'lý do'],
      [2, 'tên "lạ", có phẩy'],
      [3, '=HYPERLINK("x")'],
    ]),
  ).toBe('\ufeff"dòng";"lý do"\r\n"2";"tên ""lạ"", có phẩy"\r\n"3";"\'=HYPERLINK(""x"")"\r\n');
});
