import { setImmediate } from 'node:timers';
import { describe, expect, it } from 'vitest';
import { inTurns } from './in-turns.ts';

describe('what is gone through in turns', () => {
  it('keeps its order and lets others run in between', async () => {
    let turns = 0;
    let isOver = false;
    const other = () => {
      turns += 1;
      if (!isOver) setImmediate(other);
    };
    setImmediate(other);
    const items = Array.from({ length: 2_500 }, (_, index) => index);
    const seen: number[] = [];
    for await (const item of inTurns(items)) seen.push(item);
    isOver = true;
    expect(seen).toEqual(items);
    expect(turns).toBeGreaterThanOrEqual(9);
  });
});
