import { expect, it } from 'vitest';
import { describeImport, refusedRows } from './import-report.ts';

it('counts a refused row once, whatever the number of its faults, and tells each of them and each change in words', () => {
  const rejected = [
    { line: 2, reason: 'access.username-shape', details: {} },
    { line: 2, reason: 'access.email-wrong', details: { username: 'tt tam' } },
    { line: 4, reason: 'file.cells-too-many', details: {} },
  ] as const;
  expect(refusedRows(rejected)).toBe(2);
  const report = { read: 3, created: 1, updated: 0, unchanged: 0, rejected, warnings: [], asked: [] };
  const changes = [
    {
      line: 3,
      code: '14026',
      reason: 'organisation.unit-renamed',
      details: { before: 'Xã A', after: 'Xã B' },
    },
  ] as const;
  const told = describeImport({ ...report, changes }, 'en');
  expect(told.rejected).toHaveLength(3);
  expect(told.changes).toMatchObject([{ line: 3, code: '14026', reason: expect.stringContaining('Xã B') }]);
  expect(describeImport(report, 'en').changes).toEqual([]);
});
