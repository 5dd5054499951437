import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { errorText } from '../error/catalogue.ts';
import { DomainError } from '../error/domain-error.ts';
import { validate } from '../error/validate.ts';
import { PlainDate } from './plain-date-schema.ts';
import { typedDay, whyNoDay } from './typed-day.ts';

it.each([
  ['05/01/2027', '2027-01-05'],
  ['5/1/2027', '2027-01-05'],
  ['5/1/27', '2027-01-05'],
  ['5-1-2027', '2027-01-05'],
  [' 5.1.2027 ', '2027-01-05'],
  ['5 1 2027', '2027-01-05'],
  ['5 / 1 / 2027', '2027-01-05'],
  ['05012027', '2027-01-05'],
  ['ngày 5 tháng 1 năm 2027', '2027-01-05'],
  ['５/１/２０２７', '2027-01-05'],
  ['29/02/2028', '2028-02-29'],
  ['2027-01-05', '2027-01-05'],
  ['31/12/2199', '2199-12-31'],
])('%s is a day', (text, day) => {
  expect(typedDay(text)).toBe(day);
  expect(whyNoDay(text)).toBeUndefined();
});

it.each([
  ['31/02/2026', 'Không có ngày 31/02/2026.'],
  ['2026-02-31', 'Không có ngày 31/02/2026.'],
  ['31.4.26', 'Không có ngày 31/4/2026.'],
  ['29/02/2027', 'Không có ngày 29/02/2027.'],
  ['99/99/2027', 'Không có ngày 99/99/2027.'],
  ['0/1/2027', 'Không có ngày 0/1/2027.'],
  ['12/25/2026', 'Không có tháng 25. Ghi ngày trước, tháng sau: 25/12/2026.'],
  ['5/1/85', 'Năm trong “5/1/85” có thể hiểu hai cách. Ghi đủ bốn chữ số của năm.'],
  ['12/25', '“12/25” chưa phải một ngày. Ghi đủ ngày/tháng/năm, ví dụ 05/12/2026.'],
  ['5/1/202', '“5/1/202” chưa phải một ngày. Ghi đủ ngày/tháng/năm, ví dụ 05/12/2026.'],
  ['abc', '“abc” chưa phải một ngày. Ghi đủ ngày/tháng/năm, ví dụ 05/12/2026.'],
  ['151126', '“151126” chưa phải một ngày. Ghi đủ ngày/tháng/năm, ví dụ 05/12/2026.'],
  ['01/01/1944', 'Ngày phải trong khoảng từ 01/01/1945 đến 31/12/2199.'],
  ['01/01/2200', 'Ngày phải trong khoảng từ 01/01/1945 đến 31/12/2199.'],
])('“%s” is refused for what it is', (text, said) => {
  const wrong = whyNoDay(text);
  expect(wrong && errorText(wrong.key, 'vi', wrong.details)).toBe(said);
});

it('repeats no long text', () => {
  expect(whyNoDay('x'.repeat(5000))?.details.typed).toHaveLength(20);
});

it('is told as a sentence also where no field is there to tell it at, as of an address', () => {
  const refused = (input: unknown) => {
    try {
      validate(z.object({ asOf: PlainDate }), input);
    } catch (error) {
      return error instanceof DomainError ? errorText(error.key, 'vi', error.details) : undefined;
    }
    return undefined;
  };
  expect(refused({ asOf: '2025-02-30' })).toBe('Không có ngày 30/02/2025.');
});
