import { describe, expect, it } from 'vitest';
import { interleave, median, percentile } from './measure.ts';

describe('the statistics of the bench', () => {
  it('take the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 100])).toBe(3.5);
    expect(() => median([])).toThrow('nothing');
  });

  it('take the value that the given share does not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('measure ours and the floor by turns, and leave the first pair out', async () => {
    const turns: string[] = [];
    const turn = (name: string) => async () => {
      turns.push(`ready ${name}`);
      return async () => turns.push(name);
    };
    await interleave({ ours: turn('ours'), floor: turn('floor') }, 2);
    const pair = ['ready ours', 'ours', 'ready floor', 'floor'];
    expect(turns).toEqual(['ready ours', 'ready floor', 'ours', 'floor', ...pair, ...pair]);
  });

  it('let the first pair be done by whoever compares what both leave', async () => {
    let compared = 0;
    const work = async () => async () => undefined;
    const warmUp = async () => {
      compared += 1;
    };
    const { ours, floor } = await interleave({ ours: work, floor: work, warmUp }, 5);
    expect([compared, ours >= 0, floor >= 0]).toEqual([1, true, true]);
  });
});
