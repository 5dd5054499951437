import { describe, expect, it } from 'vitest';
import { absolute, compared, isMissed, longest, notMeasured, onDebian, overTurns, tableOf } from './row.ts';

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

  it('holds the longest wait of all turns to its limit, and their usual longest against the other', () => {
    const waits = (...ms: number[]) => overTurns(ms.map((wait) => [longest('import.others', [wait], 300)]));
    const debian = waits(290, 14, 16);
    expect(debian).toMatchObject([{ value: 290, limit: 300, rounds: 3 }]);
    expect([...debian, ...waits(1, 301, 1)].map(isMissed)).toEqual([false, true]);
    expect(longest('import.others', [290, 14, 16], 300)).toEqual(debian[0]);
    expect(onDebian(waits(10, 12, 250), debian)).toMatchObject([{ value: 16, floor: 12, limit: 1.5 }]);
  });

  it('is missed where it could not be measured on both', () => {
    const failed = notMeasured('pull.empty', 'ms', 0, 'no server');
    expect(onDebian([row(2)], [failed])).toMatchObject([{ value: null, note: 'no server' }]);
    expect(onDebian([failed], [row(2)]).map(isMissed)).toEqual([true]);
  });
});

describe('a row of several turns', () => {
  it('has the middle of their times and floors, and the ratio of the two', () => {
    const turn = (ours: number, floor: number) => [compared('pull.empty', 3, { ours, floor }, 2)];
    expect(overTurns([turn(9, 3), turn(2, 4), turn(4, 2)])).toEqual([
      { name: 'pull.empty', unit: 'ms', value: 4, floor: 3, ratio: 4 / 3, limit: 3, rounds: 6 },
    ]);
  });

  it('is not measured when one turn was not', () => {
    const failed = [notMeasured('pull.empty', 'ms', 0, 'no server')];
    const [told] = overTurns([[row(2)], failed, [row(2)]]);
    expect(told).toMatchObject({ value: null, note: 'no server' });
  });
});

it('says of a row with a note as well whether it was missed', () => {
  const told = (value: number) => ({ ...absolute('signin.flood', 'ms', value, 300), note: '8 judged' });
  expect(tableOf([told(299)])).toMatch(/ok: 8 judged$/);
  expect(tableOf([told(301)])).toMatch(/missed: 8 judged$/);
  const failed = notMeasured('signin.flood', 'ms', 0, 'no server');
  expect(tableOf([failed])).toMatch(/missed: no server$/);
});
