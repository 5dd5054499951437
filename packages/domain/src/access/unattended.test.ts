import { describe, expect, it } from 'vitest';
import { type Administered, unattended } from './unattended.ts';

const today = '2026-11-23';
const held = (unitId: string | null, validUntil: string | null = null, validFrom = '2020-01-01') =>
  ({ unitId, validFrom, validUntil }) satisfies Administered;
const covers = (over: string | null, place: string | null) =>
  over === null || over === place || (over === 'province' && place === 'commune');
const change = (before: Administered[], after: Administered[]) =>
  unattended({ before, after, today, covers });

describe('a place without an administrator', () => {
  it('is the whole system when the last one over it goes, whoever administers its parts', () => {
    const province = held('province');
    expect(change([held(null), province], [province])).toEqual({ unitId: null, on: today });
    expect(change([held(null), held(null)], [held(null)])).toBeUndefined();
  });

  it('is none where somebody above remains', () => {
    expect(change([held('commune'), held('province')], [held('province')])).toBeUndefined();
    expect(change([held('commune'), held('province')], [held('commune')])).toEqual({
      unitId: 'province',
      on: today,
    });
  });

  it('is found on any day to come, and not for days that have passed', () => {
    const leaving = held(null, '2026-12-31');
    expect(change([held(null)], [leaving])).toEqual({ unitId: null, on: '2027-01-01' });
    expect(change([held(null)], [leaving, held(null, null, '2027-01-01')])).toBeUndefined();
    expect(change([held(null)], [leaving, held(null, null, '2027-01-02')])).toEqual({
      unitId: null,
      on: '2027-01-01',
    });
    expect(change([held(null, '2026-11-22')], [])).toBeUndefined();
    expect(change([held(null, null, '2027-03-01'), leaving], [leaving])).toEqual({
      unitId: null,
      on: '2027-03-01',
    });
  });
});
