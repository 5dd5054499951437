import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalized } from './normalized.ts';

const letters = fc.constantFrom(
  'a',
  'ê',
  'e\u0302',
  'đ',
  '\u1100',
  '\u1161',
  '\u0323',
  '\u0301',
  ' ',
  '漢',
  'ﬁ',
);

it('normalizes whatever a language writes', () => {
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 30 }),
      fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'),
      (all, form) => {
        expect(normalized(all.join(''), form)).toBe(all.join('').normalize(form));
      },
    ),
  );
});

it('leaves a heap of marks as it stands, with what is around it composed', () => {
  const heap = `a${'\u0301'.repeat(40)}${'\u0323'.repeat(40)}`;
  expect(normalized(`Vie\u0323\u0302t ${heap} Nam e\u0302`, 'NFC')).toBe(`Việt ${heap} Nam ê`);
  expect(normalized(normalized(heap, 'NFC'), 'NFC')).toBe(heap);
});

// Each mark of which would otherwise be compared with each other: minutes, in which nobody else is served.
it('comes to an end with half a million marks on one letter', () => {
  const heap = `a${'\u0301'.repeat(250_000)}${'\u0323'.repeat(250_000)}`;
  expect(normalized(heap, 'NFC') === heap).toBe(true);
});
