import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Embedded, openEmbedded } from '../embedded/open-embedded.ts';
import { migrate } from '../migrate.ts';
import { prepareDatabase } from '../prepare-database.ts';

export type TestCluster = {
  readonly adminUrl: string;
  readonly migrateUrl: string;
  readonly appUrl: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** What is thrown away after the run need not survive a power cut. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
export const templateName = 'kycuong_test';

type Open = (folder: string, settings: readonly string[]) => Promise<Embedded>;

/** One PostgreSQL for the whole run, with a migrated template that each test file clones. */
export async function setupOn(project: TestProject, open: Open): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kycuong-test-'));
  const cluster = await open(folder, settings);
  const { migrateUrl, appUrl } = await prepareDatabase(cluster.adminUrl, templateName, 'test');
  await migrate(migrateUrl, appUrl);
  project.provide('testCluster', { adminUrl: cluster.adminUrl, migrateUrl, appUrl });
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return setupOn(project, (folder, settings) => openEmbedded(folder, () => undefined, { settings }));
}
