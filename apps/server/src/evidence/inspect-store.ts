import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { EvidenceStore } from '@kycuong/api/evidence/store.ts';
import { enter } from '@kycuong/api/transaction.ts';
import type { Ground } from '@kycuong/api/work.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { and, asc, eq, gt, sql } from 'drizzle-orm';

const caller = { kind: 'system', name: 'doctor', roles: ['administrator'] } as const;
const pageLength = 500;

export interface StoreVerdict {
  readonly inspected: number;
  /** Different originals that the database says are here. */
  readonly received: number;
  /** Hashes that nothing is kept under, and those under which other bytes are. */
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

async function page(ground: Ground, after: string, sample: number | undefined): Promise<string[]> {
  const rows = await ground.database.transaction(async (tx) => {
    await enter(tx, caller, ground.now());
    const distinct = tx
      .selectDistinct({ sha256: evidence.sha256 })
      .from(evidence)
      .where(and(eq(evidence.status, 'received'), gt(evidence.sha256, after)));
    if (sample === undefined) return distinct.orderBy(asc(evidence.sha256)).limit(pageLength);
    const one = distinct.as('one');
    return tx.select({ sha256: one.sha256 }).from(one).orderBy(sql`random()`).limit(sample);
  });
  return rows.map(({ sha256 }) => sha256);
}

async function* kept(ground: Ground, sample: number | undefined): AsyncGenerator<string> {
  if (sample !== undefined) return yield* await page(ground, '', sample);
  for (let hashes = await page(ground, '', undefined); hashes.length > 0; ) {
    yield* hashes;
    hashes = await page(ground, hashes.at(-1) ?? '', undefined);
  }
}

async function hashOf(store: EvidenceStore, sha256: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(store.open(sha256), hash);
  return hash.digest('hex');
}

async function countReceived(ground: Ground): Promise<number> {
  const [row] = await ground.database.transaction(async (tx) => {
    await enter(tx, caller, ground.now());
    return tx
      .select({ count: sql<number>`count(distinct ${evidence.sha256})::int` })
      .from(evidence)
      .where(eq(evidence.status, 'received'));
  });
  return row?.count ?? 0;
}

/** Reads originals from the store and holds them against the database: `sample` of them by chance, or all. */
export async function inspectStore(
  ground: Ground,
  store: EvidenceStore,
  sample: number | undefined,
): Promise<StoreVerdict> {
  const missing: string[] = [];
  const wrong: string[] = [];
  let inspected = 0;
  for await (const sha256 of kept(ground, sample)) {
    inspected += 1;
    if (!(await store.has(sha256))) missing.push(sha256);
    else if ((await hashOf(store, sha256)) !== sha256) wrong.push(sha256);
  }
  return { inspected, received: await countReceived(ground), missing, wrong };
}
