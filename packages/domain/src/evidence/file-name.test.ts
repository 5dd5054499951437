import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AttachEvidence } from './attach-evidence.ts';
import { fileNameToKeep, longestFileName } from './file-name.ts';

it.each([
  ['Ảnh niêm yết.jpg'.normalize('NFD'), 'Ảnh niêm yết.jpg'],
  ['a\u202efdp.exe.pdf', 'afdp.exe.pdf'],
  ['Ảnh\r\ncổng\u0000.png', 'Ảnh cổng.png'],
  [' \u200f', 'tep'],
  ['\u3164\u200b\ufe0f', 'tep'],
  ['Ảnh\u200b cổng.pdf', 'Ảnh cổng.pdf'],
])('the name of a file is what a person sees of it: %j', (given, kept) => {
  expect(fileNameToKeep(given)).toBe(kept);
});

it('a long name says that it is cut, keeps its ending, and cuts no picture in two', () => {
  const kept = fileNameToKeep(`${'😀'.repeat(300)}.jpg`);
  expect([...kept]).toHaveLength(longestFileName);
  expect(kept.endsWith('😀.jpg')).toBe(true);
  expect(kept).toContain('😀…😀');
});

it('any name is one that may be attached', () => {
  const { name } = AttachEvidence.shape;
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 240, maxLength: 270, size: 'max' }), (given) => {
      const kept = fileNameToKeep(given);
      expect(z.parse(name, kept)).toBe(kept);
    }),
  );
});
