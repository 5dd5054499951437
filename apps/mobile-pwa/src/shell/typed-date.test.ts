import { describe, expect, it } from 'vitest';
import { leftDate, shownDate, typedDate } from './typed-date.ts';

/** Types one key after the other. */
const type = (text: string) => [...text].reduce((value, key) => typedDate(shownDate(value) + key, value), '');

describe('a typed date', () => {
  it('needs no slashes, and takes them', () => {
    expect(type('26102026')).toBe('2026-10-26');
    expect(type('26/10/2026')).toBe('2026-10-26');
    expect(typedDate('26/10/2026', '')).toBe('2026-10-26');
    expect(typedDate('1/9/2026', '')).toBe('2026-09-01');
  });

  it('is taken as it is pasted, whoever wrote it', () => {
    for (const pasted of [
      '2026-10-26',
      '26-10-2026',
      '26.10.2026',
      ' 26/10/2026 ',
      '２６/１０/２０２６',
      '26／10／2026',
    ])
      expect([pasted, typedDate(pasted, '')]).toEqual([pasted, '2026-10-26']);
    expect(typedDate('2026-10-26', '2025-01-02')).toBe('2026-10-26');
    expect(type('２６１０２０２６')).toBe('2026-10-26');
    // No day as it stands: it stays to be read, and becomes no other day.
    expect(typedDate('2026-13-26', '')).toBe('2026-13-26');
  });

  it('becomes no other date, whatever is pasted', () => {
    for (const pasted of [
      '12 Oct 2026',
      'Oct 12, 2026',
      '12-OCT-2026',
      '26/10/20267',
      '261020267',
      '2026-10-26T17:00:00Z',
      '2026-10-261',
      '26/10/2026 8:30',
      '26/10/2026-27/10/2026',
      'ngày 26/10/2026, hạn 02/11/2026',
      '20261026',
      '2026-13-26',
    ])
      expect([pasted, shownDate(typedDate(pasted, ''))]).toEqual([pasted, pasted]);
    expect(typedDate('ngày 26 tháng 10 năm 2026', '')).toBe('2026-10-26');
    // A key too many is seen.
    expect(typedDate('26/10/20267', '2026-10-26')).toBe('26/10/20267');
  });

  it('has its whole year when it is left', () => {
    expect(leftDate('26/10/26')).toBe('2026-10-26');
    for (const value of ['26/10', '31/02/26', '12 Oct 2026', '', '2026-10-26'])
      expect(leftDate(value)).toBe(value);
  });

  it('stays as typed while it is no date', () => {
    expect(type('2610')).toBe('26/10');
    expect(type('31022026')).toBe('31/02/2026');
    expect(typedDate('26/10/202', '2026-10-26')).toBe('26/10/202');
    expect(typedDate('', '2026-10-26')).toBe('');
  });

  it('shows as people write it', () => {
    expect(shownDate('2026-10-26')).toBe('26/10/2026');
    expect(shownDate('26/1')).toBe('26/1');
  });
});
