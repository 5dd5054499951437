import { describe, expect, it } from 'vitest';
import { shownDate, typedDate } from './typed-date.ts';

/** Types one key after the other. */
const type = (text: string) => [...text].reduce((value, key) => typedDate(shownDate(value) + key, value), '');

describe('a typed date', () => {
  it('needs no slashes, and takes them', () => {
    expect(type('26102026')).toBe('2026-10-26');
    expect(type('26/10/2026')).toBe('2026-10-26');
    expect(typedDate('26/10/2026', '')).toBe('2026-10-26');
    expect(typedDate('1/9/2026', '')).toBe('2026-09-01');
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
