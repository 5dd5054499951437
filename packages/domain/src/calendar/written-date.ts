import type { PlainDate } from './plain-date.ts';

/** Days below 10 and the months 1 and 2 bear a zero, others none (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
function parts(date: PlainDate): readonly [day: string, month: string, year: string] {
  const [year = '', month = '', day = ''] = date.split('-');
  return [day, Number(month) <= 2 ? month : String(Number(month)), year];
}

/** As an official paper writes a date where it is first named: `ngày 15 tháng 9 năm 2026`. */
export function dateInWords(date: PlainDate): string {
  const [day, month, year] = parts(date);
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** As an official paper writes a date in a table or again: `29/9/2026`, `06/10/2026`. */
export function dateInFigures(date: PlainDate): string {
  return parts(date).join('/');
}

/** `từ ngày 29 tháng 9 năm 2026 đến ngày 06 tháng 10 năm 2026`, or the one day that it is. */
export function daysInWords(from: PlainDate, to: PlainDate): string {
  return from === to ? dateInWords(from) : `từ ${dateInWords(from)} đến ${dateInWords(to)}`;
}
