import { expect, it } from 'vitest';
import { countsOf, describeImport } from './import-report.ts';

const rejected = [
  { line: 2, reason: 'access.username-shape', details: {} },
  { line: 2, reason: 'access.email-wrong', details: { username: 'tt tam' } },
  { line: 4, reason: 'file.cells-too-many', details: {} },
] as const;
const numbers = { read: 5, created: 1, updated: 0, unchanged: 0, refused: 2, waits: 2 };
const report = { ...numbers, rejected, warnings: [], asked: [] };

it('tells each fault of a refused row and each change in words', () => {
  const changes = [
    {
      line: 3,
      code: '14026',
      reason: 'organisation.unit-renamed',
      details: { before: 'Xã A', after: 'Xã B' },
    },
  ] as const;
  const told = describeImport({ ...report, changes }, 'en');
  expect(told).toMatchObject(numbers);
  expect(told.rejected).toHaveLength(3);
  expect(told.changes).toMatchObject([{ line: 3, code: '14026', reason: expect.stringContaining('Xã B') }]);
  expect(describeImport(report, 'en').changes).toEqual([]);
});

it('is kept in numbers that add up', () => {
  expect(countsOf(report)).toEqual({
    ...{ read: 5, created: 1, updated: 0, unchanged: 0 },
    ...{ rejected: 2, waits: 2, warnings: 0, asked: 0 },
  });
});
