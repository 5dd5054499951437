import { expect, it } from 'vitest';
import { mediaTypeOf, refusedBytes, sha256Of } from './send-file.ts';

const blob = (text: string) => new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))]);

it.each([
  ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['%PDF-1.4', 'application/pdf'],
])('knows a file by its bytes: %s', async (text, expected) => {
  expect(await mediaTypeOf(blob(text))).toBe(expected);
});

it('says why a file is no evidence', async () => {
  const error: unknown = await mediaTypeOf(blob('a,b\n')).catch((reason: unknown) => reason);
  expect(refusedBytes(error)).toBe('evidence.is-text');
});

it('hashes as the server does', async () => {
  expect(await sha256Of(new Blob(['abc']))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
