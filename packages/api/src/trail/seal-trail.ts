import { trailSeal } from '@kycuong/db/schema/trail.ts';
import { desc, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { clusterOf } from '../cluster-of.ts';
import { type Caller, enter, type Transaction } from '../transaction.ts';
import type { Ground } from '../work.ts';
import { contentHasher, SealedEntry, sealedColumns, sealHash } from './seal-hash.ts';

const caller: Caller = { kind: 'system', name: 'sealer', roles: ['administrator'] };
/** So much of the trail is held in memory at a time. */
const mostEntries = 5_000;

export interface Seal {
  readonly number: number;
  readonly count: number;
  readonly hash: string;
}

type LastSeal = Pick<typeof trailSeal.$inferSelect, 'number' | 'hash' | 'cluster' | 'watermark'>;

async function lastSeal(tx: Transaction): Promise<LastSeal> {
  const { number, hash, cluster, watermark } = trailSeal;
  const [row] = await tx
    .select({ number, hash, cluster, watermark })
    .from(trailSeal)
    .orderBy(desc(number))
    .limit(1);
  return row ?? { number: 0, hash: '', cluster: '', watermark: '0' };
}

/**
 * What is to go under the next seal, in the order of (xid, seq), and the watermark up to which that leaves nothing out.
 *
 * Below `pg_snapshot_xmin` every transaction has ended, so nothing can turn up there later. After a restore into
 * another cluster the transaction ids of the trail mean nothing there: then all that is seen and has no seal is taken.
 */
async function unsealed(tx: Transaction, last: LastSeal, cluster: string) {
  const moved = last.cluster !== cluster;
  const settled = sql`t.xid >= ${last.watermark}::xid8 and t.xid < pg_snapshot_xmin(pg_current_snapshot())`;
  const rows = await tx.execute(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as "xmin", ${sealedColumns}
    from (select) as always
    left join lateral (
      select * from trail_entry t
      where ${moved ? sql`true` : settled}
        and not exists (
          select from trail_seal s
          where s.to_seq >= t.seq and s.from_seq <= t.seq and s.entries @> t.seq)
      order by t.xid, t.seq limit ${mostEntries}
    ) e on true
    order by e.xid, e.seq`);
  const { xmin } = z.parse(z.object({ xmin: z.string() }), rows[0]);
  const entries = rows.filter(({ seq }) => seq !== null).map((row) => SealedEntry.parse(row));
  const isAll = entries.length < mostEntries;
  // The entries of the last transaction taken may not all have fitted in: the next seal looks there again.
  if (!moved) return { entries, watermark: isAll ? xmin : (entries.at(-1)?.xid ?? xmin), cluster };
  // Not of this cluster until nothing of before is left.
  return isAll
    ? { entries, watermark: xmin, cluster }
    : { entries, watermark: last.watermark, cluster: last.cluster };
}

/** `{[1,2),[5,6)}` in the shortest form, as PostgreSQL itself would write it. */
export function multirangeOf(numbers: readonly number[]): string {
  const ranges: { from: number; until: number }[] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open?.until === number) open.until = number + 1;
    else ranges.push({ from: number, until: number + 1 });
  }
  return `{${ranges.map(({ from, until }) => `[${from},${until})`).join(',')}}`;
}

async function sealOnce(ground: Ground): Promise<Seal | undefined> {
  return await ground.database.transaction(async (tx) => {
    await enter(tx, caller, ground.now());
    const [lock] = await tx.execute(
      sql`select pg_try_advisory_xact_lock(hashtextextended('kycuong trail seal', 0)) as mine`,
    );
    if (lock?.mine !== true) return undefined;
    const last = await lastSeal(tx);
    const { entries, watermark, cluster } = await unsealed(tx, last, await clusterOf(tx));
    if (entries.length === 0) return undefined;
    const content = contentHasher();
    for (const entry of entries) content.add(entry);
    const numbers = entries.map(({ seq }) => Number(seq));
    const facts = {
      number: last.number + 1,
      previousHash: last.hash,
      cluster,
      watermark,
      entries: multirangeOf(numbers),
      fromSeq: Math.min(...numbers),
      toSeq: Math.max(...numbers),
      count: entries.length,
      contentHash: content.digest(),
      sealedAt: ground.now(),
    };
    const hash = sealHash(facts);
    await tx.insert(trailSeal).values({ ...facts, hash });
    return { number: facts.number, count: facts.count, hash };
  });
}

/**
 * Seals what of the audit trail can be sealed: a hash over all entries below the transaction watermark, chained to the
 * seal before. Writers are not kept waiting and do not wait. Of several servers one does it; the others get nothing.
 * Leaves no entry itself, for that would have to be sealed in turn.
 */
export async function sealTrail(ground: Ground): Promise<Seal[]> {
  const seals: Seal[] = [];
  for (let seal = await sealOnce(ground); seal !== undefined; seal = await sealOnce(ground)) seals.push(seal);
  return seals;
}
