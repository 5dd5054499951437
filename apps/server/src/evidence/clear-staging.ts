import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { enter } from '@kycuong/api/transaction.ts';
import type { Ground } from '@kycuong/api/work.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { and, eq, inArray, sql } from 'drizzle-orm';
import * as z from 'zod/mini';

const caller = { kind: 'system', name: 'evidence', roles: ['administrator'] } as const;
const hour = 3_600_000;

export interface StagedUpload {
  readonly id: string;
  readonly bytes: number;
  /** When a byte was last added. */
  readonly grewAt: Date;
}

/** What lies in the staging folder, by upload: its bytes and, beside them, what tus wrote of it. */
export async function listStaged(staging: string): Promise<StagedUpload[]> {
  const names = await readdir(staging).catch(() => []);
  const staged = new Map<string, { bytes: number; grew: number }>();
  for (const name of names) {
    const id = name.replace(/\.json$/, '');
    // Another request or server may be clearing it away.
    const file = await stat(join(staging, name)).catch(() => undefined);
    if (file === undefined || !file.isFile()) continue;
    const one = staged.get(id) ?? { bytes: 0, grew: 0 };
    const bytes = one.bytes + (name === id ? file.size : 0);
    staged.set(id, { bytes, grew: Math.max(one.grew, file.mtimeMs) });
  }
  return [...staged].map(([id, { bytes, grew }]) => ({ id, bytes, grewAt: new Date(grew) }));
}

/** Uploads whose bytes have arrived, by this or another way: nothing more will be added to what is staged. */
async function received(ground: Ground, staged: readonly StagedUpload[]): Promise<Set<string>> {
  const ids = staged.map(({ id }) => id).filter((id) => z.uuid().safeParse(id).success);
  if (ids.length === 0) return new Set();
  const rows = await ground.database.transaction(async (tx) => {
    await enter(tx, caller, ground.now());
    return tx
      .select({ id: evidence.id })
      .from(evidence)
      .where(and(inArray(evidence.id, ids), eq(evidence.status, 'received')));
  });
  return new Set(rows.map(({ id }) => id));
}

interface Clearing {
  readonly staging: string;
  readonly keptMs: number;
  /** Whether what is overdue by the clock may go; asked of each that is. */
  readonly isCertain?: (one: StagedUpload) => boolean;
}

/**
 * Clears away what was staged and left: after `keptMs` without a byte; after an hour when the whole has arrived. The
 * tablet still holds the bytes of an awaited upload and begins it anew. One server does it at a time. Gives what went.
 */
export async function clearStaging(
  ground: Ground,
  { staging, keptMs, isCertain = () => true }: Clearing,
): Promise<StagedUpload[]> {
  return ground.database.transaction(async (tx) => {
    const [lock] = await tx.execute(
      sql`select pg_try_advisory_xact_lock(hashtextextended('kycuong staging', 0)) as mine`,
    );
    if (lock?.mine !== true) return [];
    const staged = await listStaged(staging);
    const arrived = await received(ground, staged);
    const idle = ({ grewAt }: StagedUpload) => ground.now().getTime() - grewAt.getTime();
    const left = staged.filter((one) =>
      arrived.has(one.id) ? idle(one) > Math.min(hour, keptMs) : idle(one) > keptMs && isCertain(one),
    );
    for (const { id } of left)
      for (const name of [id, `${id}.json`]) await rm(join(staging, name), { force: true });
    return left;
  });
}
