import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { takeFiles } from './take-files.ts';

const pdf = (text: string) => new File([`%PDF-1.7\n${text}`], 'phieu.pdf', { type: 'application/pdf' });
const notProof = new File(['<html>'], 'trang.html');

beforeEach(() => {
  // A browser's cache with room in it.
  const cache = { keys: async () => ['reserve'], put: async () => undefined, delete: async () => true };
  vi.stubGlobal('caches', { open: async () => cache });
});
afterEach(() => vi.unstubAllGlobals());

/** Takes files while the person goes on in the caption's field; what it says after, and with what each was taken. */
async function take(files: readonly File[], before: string, typed: string) {
  let text = before;
  const captions: (string | null | undefined)[] = [];
  await takeFiles(files, {
    camera: false,
    said: before.trim(),
    field: {
      now: () => text,
      clear: () => {
        text = '';
      },
    },
    onCapture: async ({ facts }) => {
      captions.push(facts.caption);
      text = typed;
    },
    onNotTaken: () => undefined,
  });
  return { text, captions };
}

it('leaves in the field what was typed there while the files were taken in', async () => {
  expect(await take([pdf('a')], '', 'Bảng niêm yết')).toEqual({ text: 'Bảng niêm yết', captions: [null] });
  expect(await take([pdf('a'), pdf('b')], 'Quầy 3', 'Quầy 3, bên trái')).toEqual({
    text: 'Quầy 3, bên trái',
    captions: ['Quầy 3', 'Quầy 3'],
  });
});

it('empties the field of what went with them, and only where something was taken', async () => {
  expect((await take([pdf('a'), notProof], 'Quầy 3 ', 'Quầy 3 ')).text).toBe('');
  expect(await take([notProof], 'Quầy 3', '')).toEqual({ text: 'Quầy 3', captions: [] });
});
