import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, inject } from 'vitest';
// Brings the type of what the global set-up provides.
import type {} from './global-setup.ts';
import { startProduct } from './start-product.ts';

/**
 * Each test file has a house of its own, in which nobody has done anything but the people of the demo story. A start
 * that fails is told to every test, which then fails by itself, so that none is left uncounted.
 */
const folder = await mkdtemp(join(tmpdir(), 'kycuong-house-'));
// The database belongs to whom it was made for: the copy keeps its owners.
await promisify(execFile)('cp', ['-a', `${inject('story')}/.`, folder]);
const product = await startProduct('serve', folder);

afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

export const houseFolder = folder;

/** The address of the running house. @throws Error with what the server said when it did not start */
export function houseUrl(): string {
  if (product.url === undefined) throw new Error(`the server did not start:\n${product.words}`);
  return product.url;
}
