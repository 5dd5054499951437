import { describe, expect, it } from 'vitest';
import { repeatedFindings } from './repeat-finding.ts';

const finding = { id: 'now', itemCode: 'M01', unitId: 'co-le', foundOn: '2026-11-04' };
const earlier = [
  { id: 'same-unit', itemCode: 'M01', unitId: 'co-le', foundOn: '2026-05-12' },
  { id: 'predecessor', itemCode: 'M01', unitId: 'trung-dong', foundOn: '2025-03-01' },
  { id: 'on-the-edge', itemCode: 'M01', unitId: 'co-le', foundOn: '2024-11-04' },
  { id: 'too-old', itemCode: 'M01', unitId: 'co-le', foundOn: '2024-11-03' },
  { id: 'other-item', itemCode: 'M02', unitId: 'co-le', foundOn: '2026-05-12' },
  { id: 'other-unit', itemCode: 'M01', unitId: 'ninh-giang', foundOn: '2026-05-12' },
  { id: 'later', itemCode: 'M01', unitId: 'co-le', foundOn: '2026-11-20' },
  finding,
];

describe('repeatedFindings', () => {
  it('is the same item in the same unit or a predecessor within 24 months, latest first', () => {
    const repeats = repeatedFindings(finding, earlier, ['trung-dong', 'truc-tuan']);
    expect(repeats.map((other) => other.id)).toEqual(['same-unit', 'predecessor', 'on-the-edge']);
  });

  it('a finding without an item repeats nothing', () => {
    expect(repeatedFindings({ ...finding, itemCode: null }, earlier, [])).toEqual([]);
  });
});
