import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProduct } from './start-product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder that each test file copies. */
    story: string;
  }
}

/** The product as a newcomer starts it, once: built, on a fresh folder, with the demo story; then stopped, to be copied. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kycuong-story-'));
  const product = await startProduct('start', folder);
  await product.stop();
  project.provide('story', folder);
  return () => rm(folder, { recursive: true, force: true });
}
