import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enter } from '@kycuong/api/transaction.ts';
import type { Ground } from '@kycuong/api/work.ts';
import { makeOnce } from '@kycuong/db/make-once.ts';
import { evidenceFolder } from '@kycuong/db/schema/evidence.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import * as z from 'zod/mini';

export const markName = 'evidence-folder-id';
const caller = { kind: 'system', name: 'evidence', roles: ['administrator'] } as const;

async function readMark(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, markName), 'utf8').catch(() => '');
  const mark = z.uuid().safeParse(text.trim());
  return mark.success ? mark.data : undefined;
}

/** Of two servers that come upon the same empty folder at once, one makes the mark and the other reads it. */
async function makeMark(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await makeOnce(join(folder, markName), `${uuidV7()}\n`);
  const mark = await readMark(folder);
  if (mark === undefined) throw new Error(`${join(folder, markName)} is not readable`);
  return mark;
}

async function notedMark(ground: Ground, own?: string): Promise<string | undefined> {
  return ground.database.transaction(async (tx) => {
    await enter(tx, caller, ground.now());
    if (own !== undefined)
      await tx.insert(evidenceFolder).values({ mark: own, notedAt: ground.now() }).onConflictDoNothing();
    const [row] = await tx.select({ mark: evidenceFolder.mark }).from(evidenceFolder);
    return row?.mark;
  });
}

/** `expected`: the mark that the database knows; `found`: the one in the folder. */
export interface FolderMarks {
  readonly expected: string | undefined;
  readonly found: string | undefined;
}

export async function readFolderMarks(ground: Ground, folder: string): Promise<FolderMarks> {
  return { expected: await notedMark(ground), found: await readMark(folder) };
}

/** As `readFolderMarks`; the first folder that serves a database becomes its own. */
export async function claimFolder(ground: Ground, folder: string): Promise<FolderMarks> {
  const noted = await notedMark(ground);
  if (noted !== undefined) return { expected: noted, found: await readMark(folder) };
  const own = await makeMark(folder);
  return { expected: await notedMark(ground, own), found: own };
}
