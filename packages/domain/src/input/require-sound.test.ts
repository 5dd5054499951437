import { describe, expect, it } from 'vitest';
import { isTooDeep, mostLevels } from './is-too-deep.ts';
import { requireSound } from './require-sound.ts';

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);

describe('what comes in', () => {
  it('is as deep as it may be, and no deeper', () => {
    expect([isTooDeep(nested(mostLevels)), isTooDeep(nested(mostLevels + 1))]).toEqual([false, true]);
    expect(isTooDeep(nested(100_000))).toBe(true);
    expect(isTooDeep(null)).toBe(false);
  });

  it.each([
    [{ a: [{ b: 'x\0' }] }, 'a.0.b'],
    [{ a: 'x\ud800' }, 'a'],
    ['\0', ''],
  ])('is named at its field where the database takes no such text: %j', (value, field) => {
    expect(() => requireSound(value)).toThrow(
      expect.objectContaining({ code: 'invalid', key: 'input.wrong-format', details: { field } }),
    );
  });

  it('may be anything else', () => {
    for (const value of [undefined, 1, 'Cổ Lễ\n💥', { a: [null, true] }])
      expect(requireSound(value)).toBe(undefined);
  });
});
