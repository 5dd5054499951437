import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from './compare-texts.ts';

const words = fc.array(fc.constantFrom('thiếu', '14', '15', 'thủ tục', '\n')).map((list) => list.join(' '));
const same = (text: string, other: string) =>
  compareTexts(text, other)
    .filter((part) => part.same)
    .map((part) => part.text)
    .join('');

describe('comparing two texts', () => {
  it('marks the words that only one has', () => {
    expect(compareTexts('Thiếu 14 thủ tục, quầy 3.', 'Thiếu 15 thủ tục, quầy 3.')).toEqual([
      { text: 'Thiếu ', same: true },
      { text: '14', same: false },
      { text: ' thủ tục, quầy 3.', same: true },
    ]);
  });

  it('leaves nothing out, and finds the same in both whichever way one looks', () => {
    fc.assert(
      fc.property(words, words, (text, other) => {
        expect(
          compareTexts(text, other)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
        expect(same(text, other).length).toBeLessThanOrEqual(Math.min(text.length, other.length));
        expect(same(text, text)).toBe(text);
      }),
    );
  });
});
