import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { diskStore } from './store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kycuong-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bytes = Buffer.from('ảnh chụp tại bộ phận một cửa');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const path = () => join(folder, 'store', sha256.slice(0, 2), sha256.slice(2, 4), sha256);

it('keeps bytes once, under their hash, with nothing left over', async () => {
  const store = diskStore(folder);
  expect(await store.has(sha256)).toBe(false);
  await Promise.all(Array.from({ length: 8 }, () => store.put(bytes, sha256)));
  expect(await store.has(sha256)).toBe(true);
  expect(await store.read(sha256)).toEqual(bytes);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
  expect(files.map(({ name }) => name)).toEqual([sha256]);
});

it('never writes over what it has', async () => {
  await chmod(path(), 0o600);
  await writeFile(path(), 'đã có từ trước');
  await diskStore(folder).put(bytes, sha256);
  expect(await readFile(path(), 'utf8')).toBe('đã có từ trước');
  expect(await readdir(join(folder, 'staging'))).toEqual([]);
});

it('takes no path for a hash', async () => {
  await expect(diskStore(folder).put(bytes, '../../etc/passwd')).rejects.toThrow('not a SHA-256');
});
