import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inChunks } from '@kycuong/api/in-chunks.ts';
import { enter } from '@kycuong/api/transaction.ts';
import type { Ground } from '@kycuong/api/work.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { and, eq, inArray } from 'drizzle-orm';

interface Lying {
  readonly files: number;
  readonly bytes: number;
}

async function filesIn(folder: string): Promise<{ readonly name: string; readonly path: string }[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((one) => one.isFile())
    .map(({ name, parentPath }) => ({ name, path: join(parentPath, name) }));
}

async function measured(paths: readonly string[]): Promise<Lying> {
  let bytes = 0;
  // Somebody may clear one away meanwhile.
  for (const path of paths) bytes += (await stat(path).catch(() => undefined))?.size ?? 0;
  return { files: paths.length, bytes };
}

/** All that lies in a folder. */
export async function listLying(folder: string): Promise<Lying> {
  return measured((await filesIn(folder)).map(({ path }) => path));
}

/** Originals that no record says are here: their author's day was full, or the server ended, once they were written. */
export async function listUnnamed(ground: Ground, store: string): Promise<Lying> {
  const unnamed: string[] = [];
  for (const some of inChunks(await filesIn(store)))
    await ground.database.transaction(async (tx) => {
      await enter(tx, { kind: 'system', name: 'doctor', roles: ['administrator'] }, ground.now());
      const names = some.map(({ name }) => name);
      const rows = await tx
        .select({ sha256: evidence.sha256 })
        .from(evidence)
        .where(and(inArray(evidence.sha256, names), eq(evidence.status, 'received')));
      const named = new Set(rows.map(({ sha256 }) => sha256));
      unnamed.push(...some.filter(({ name }) => !named.has(name)).map(({ path }) => path));
    });
  return measured(unnamed);
}
