import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findAddresses } from './addresses.ts';
import { markedUnfinished } from './unfinished-story.ts';

const dataFolder = await mkdtemp(join(tmpdir(), 'kycuong-story-'));
const settings = { dataFolder, databaseUrl: undefined, migrateUrl: undefined };

afterAll(() => rm(dataFolder, { recursive: true }));

/** One start: whether it found the database new, and whether it could tell the story to its end. */
async function start(tell?: () => Promise<void>): Promise<boolean> {
  const { adminUrl, created, release } = await findAddresses(settings, 'server', () => undefined);
  try {
    if (tell !== undefined && adminUrl !== undefined) await markedUnfinished(adminUrl, tell);
  } catch {
    // As if the start had been killed here.
  } finally {
    await release();
  }
  return created;
}

test('a database whose story broke off is made anew, one whose story is told stays', async () => {
  const broken = async () => {
    throw new Error('killed');
  };
  expect(await start(broken)).toBe(true);
  expect(await start(async () => undefined)).toBe(true);
  expect(await start()).toBe(false);
});
