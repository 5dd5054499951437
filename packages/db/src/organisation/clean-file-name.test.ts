import { expect, it } from 'vitest';
import { cleanFileName } from './clean-file-name.ts';

it.each([
  ['Danh sách\u200b xã.xlsx', 'Danh sách xã.xlsx'],
  ['C:\\Tài liệu\\xa.csv', 'xa.csv'],
  ['../../etc/passwd', 'passwd'],
  ['a\u0000b\r\nX: y.csv', 'a b X: y.csv'],
  ['', 'tep'],
])('the name of a file is what a person sees of it: %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
});

it('a long name keeps its ending and 255 letters', () => {
  const kept = cleanFileName(`${'😀'.repeat(10_000)}.csv`);
  expect([...kept]).toHaveLength(255);
  expect(kept.endsWith('😀.csv')).toBe(true);
  expect(kept.isWellFormed()).toBe(true);
});
