import { describe, expect, it } from 'vitest';
import { basesOn } from './bases-on.ts';
import { builtInLegalBases } from './built-in/legal-bases/legal-bases.ts';

const on = (day: string, ...ids: string[]) => basesOn(ids, builtInLegalBases, day).map(({ id }) => id);

describe('the provisions of a line', () => {
  it('are those in force on the day of the visit', () => {
    expect(on('2026-06-30', 'luat-tiep-cong-dan-2026', 'nd-154-2026')).toEqual([
      'luat-tiep-cong-dan',
      'nd-64-2014',
    ]);
    expect(on('2026-07-01', 'luat-tiep-cong-dan', 'nd-154-2026')).toEqual([
      'luat-tiep-cong-dan-2026',
      'nd-154-2026',
    ]);
  });

  it('of civil servants and public employees are each their own, and one decree before that', () => {
    const cited = ['nd-172-2025', 'nd-234-2026-8-3'];
    expect(on('2024-05-06', ...cited)).toEqual(['nd-112-2020']);
    expect(on('2026-03-02', ...cited)).toEqual(['nd-172-2025', 'nd-112-2020']);
    expect(on('2026-11-18', ...cited)).toEqual(cited);
  });

  it('that a line of 2018 names lead to what holds now', () => {
    expect(on('2025-06-30', 'tt-01-2018')).toEqual(['tt-01-2018']);
    expect(on('2026-11-18', 'tt-01-2018')).toEqual(['nd-118-2025-28']);
  });

  it('are none where nothing was in force, and none that is unknown', () => {
    expect(on('2001-01-01', 'nd-154-2026', 'khong-co')).toEqual([]);
  });
});
