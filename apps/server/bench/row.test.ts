import { describe, expect, it } from 'vitest';
import { absolute, compared, isMissed, notMeasured, onDebian } from './row.ts';

const row = (value: number) => compared('pull.empty', 3, { ours: value, floor: 1 }, 5);

describe('a row of both PostgreSQL', () => {
  it('holds the own time of one against that of the other, whatever the floors', () => {
    const [told] = onDebian([row(2)], [row(2.8)]);
    expect(told).toMatchObject({ name: 'pull.empty.debian', value: 2.8, floor: 2, limit: 1.5 });
    expect(onDebian([row(2)], [row(2.8), row(3.2)]).map(isMissed)).toEqual([false, true]);
  });

  it('counts one without a limit of its own', () => {
    const eight = (value: number) => absolute('push.thousand.eight', 'ms', value, null);
    expect(onDebian([eight(10)], [eight(16)]).map(isMissed)).toEqual([true]);
  });

  it('is missed where it could not be measured on both', () => {
    const failed = notMeasured('pull.empty', 'ms', 0, 'no server');
    expect(onDebian([row(2)], [failed])).toMatchObject([{ value: null, note: 'no server' }]);
    expect(onDebian([failed], [row(2)]).map(isMissed)).toEqual([true]);
  });
});
