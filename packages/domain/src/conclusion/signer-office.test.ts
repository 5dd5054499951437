import { expect, it } from 'vitest';
import { officeLines, signingAuthority, signsForAnother } from './signer-office.ts';

it.each([
  [null, 'Giám đốc', ['GIÁM ĐỐC']],
  ['KT. Giám đốc', 'Phó Giám đốc', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
  ['TM. Ủy ban nhân dân', 'Chủ tịch', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  [
    'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  ],
  [null, 'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
  [
    'TUQ. Giám đốc',
    'Trưởng phòng Cải cách hành chính',
    ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG CẢI CÁCH HÀNH CHÍNH'],
  ],
  [null, null, []],
])('%s, %s: a line for each', (authority, title, lines) => {
  expect(officeLines(authority, title)).toEqual(lines);
});

it('knows an authority from an office, and who signs for another', () => {
  for (const text of ['KT. GIÁM ĐỐC', 'tm. ủy ban nhân dân', 'TUQ.GIÁM ĐỐC'])
    expect(text).toMatch(signingAuthority);
  for (const text of ['GIÁM ĐỐC', 'KT', 'KT.', 'Q. GIÁM ĐỐC']) expect(text).not.toMatch(signingAuthority);
  expect(signsForAnother('Phó Giám đốc')).toBe(true);
  expect(signsForAnother('Giám đốc')).toBe(false);
  expect(signsForAnother('Trưởng phòng')).toBe(false);
});
