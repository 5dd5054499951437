import { expect, it } from 'vitest';
import { inForce } from './in-force.ts';

it('a legal basis holds from its first day up to the day on which it ends', () => {
  const basis = {
    id: 'nd-61-2018',
    title: 'Nghị định 61/2018/NĐ-CP',
    titleEn: 'Decree 61/2018/NĐ-CP',
    effectiveFrom: '2018-06-21',
    effectiveUntil: '2025-07-01',
    source: 'x',
    mark: 'M' as const,
  };
  const days = ['2018-06-20', '2018-06-21', '2025-06-30', '2025-07-01'];
  expect(days.map((day) => inForce(basis, day))).toEqual([false, true, true, false]);
});
