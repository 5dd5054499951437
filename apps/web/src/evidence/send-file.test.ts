import { expect, it } from 'vitest';
import { mediaTypeOf, sha256Of } from './send-file.ts';

it.each([
  [{ name: 'anh.JPG', type: '' }, 'image/jpeg'],
  [{ name: 'anh', type: 'image/png' }, 'image/png'],
  [{ name: 'ds.xlsx', type: '' }, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [{ name: 'phim.mp4', type: 'video/mp4' }, undefined],
  [{ name: 'constructor', type: '' }, undefined],
])('%o is %s', (file, expected) => {
  expect(mediaTypeOf(file)).toBe(expected);
});

it('hashes as the server does', async () => {
  expect(await sha256Of(new Blob(['abc']))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
