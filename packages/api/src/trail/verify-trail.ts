import { trailSeal } from '@kycuong/db/schema/trail.ts';
import { asc, gt, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { clusterOf } from '../cluster-of.ts';
import { type Caller, enter, type Transaction } from '../transaction.ts';
import type { Ground } from '../work.ts';
import { contentHasher, SealedEntry, sealedColumns, sealHash } from './seal-hash.ts';

/** What is wrong at a seal; `seqs` are entries, at most ten of them. */
export type TrailFault =
  | { readonly kind: 'seal-missing' | 'seal-changed' | 'entry-changed'; readonly seal: number }
  | {
      readonly kind: 'entry-removed' | 'entry-inserted';
      readonly seal: number;
      readonly count: number;
      readonly seqs: readonly number[];
    }
  | { readonly kind: 'end-removed' | 'head-differs'; readonly seal: number };

export interface TrailHead {
  readonly number: number;
  readonly hash: string;
  readonly sealedAt: Date;
}

export interface TrailVerdict {
  readonly seals: number;
  readonly sealedEntries: number;
  readonly head: TrailHead | undefined;
  /** In the order of the chain: the first one says where it broke. Empty when all holds. */
  readonly faults: readonly TrailFault[];
  /** Entries that wait for the next seal, and since when. */
  readonly tail: { readonly count: number; readonly since: Date | undefined };
}

const caller: Caller = { kind: 'system', name: 'doctor', roles: ['administrator'] };
const pageLength = 2_000;
const mostNamed = 10;

type SealRow = typeof trailSeal.$inferSelect;

async function* everySeal(tx: Transaction): AsyncGenerator<SealRow> {
  let after = 0;
  for (;;) {
    const page = await tx
      .select()
      .from(trailSeal)
      .where(gt(trailSeal.number, after))
      .orderBy(asc(trailSeal.number))
      .limit(200);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.number;
  }
}

const EntryOfSeal = z.extend(SealedEntry, { seal: z.string() });

/** Every entry with the seal that names it, in the order in which they were hashed. Read in pages through a cursor. */
async function* everySealedEntry(tx: Transaction): AsyncGenerator<z.infer<typeof EntryOfSeal>> {
  await tx.execute(sql`declare sealed_entry cursor for
    select s.number::text as "seal", ${sealedColumns}
    from trail_seal s
    join trail_entry e on e.seq between s.from_seq and s.to_seq and s.entries @> e.seq
    order by s.number, e.xid, e.seq`);
  for (;;) {
    const page = await tx.execute(sql.raw(`fetch ${pageLength} from sealed_entry`));
    if (page.length === 0) return;
    for (const row of page) yield EntryOfSeal.parse(row);
  }
}

/** What a multirange names that was not found. */
function missingFrom(multirange: string, seen: ReadonlySet<number>): { count: number; seqs: number[] } {
  const seqs: number[] = [];
  let count = 0;
  for (const [, from, until] of multirange.matchAll(/\[(\d+),(\d+)\)/g))
    for (let seq = Number(from); seq < Number(until); seq += 1) {
      if (seen.has(seq)) continue;
      count += 1;
      if (seqs.length < mostNamed) seqs.push(seq);
    }
  return { count, seqs };
}

function faultOf(
  seal: SealRow,
  before: TrailHead | undefined,
  found: { seen: ReadonlySet<number>; contentHashes: readonly string[] },
): TrailFault | undefined {
  const expected = (before?.number ?? 0) + 1;
  if (seal.number > expected) return { kind: 'seal-missing', seal: expected };
  if (seal.hash !== sealHash(seal) || seal.previousHash !== (before?.hash ?? ''))
    return { kind: 'seal-changed', seal: seal.number };
  const missing = missingFrom(seal.entries, found.seen);
  if (missing.count > 0) return { kind: 'entry-removed', seal: seal.number, ...missing };
  if (!found.contentHashes.includes(seal.contentHash)) return { kind: 'entry-changed', seal: seal.number };
  return undefined;
}

const Unsealed = z.object({
  tail: z.int(),
  since: z.nullable(z.string()),
  late: z.int(),
  lateSeqs: z.nullable(z.array(z.string())),
});

/** Entries without a seal. One below the watermark was put there afterwards, for the sealer left none out. */
async function withoutSeal(tx: Transaction, last: SealRow | undefined) {
  const late =
    last !== undefined && last.cluster === (await clusterOf(tx))
      ? sql`xid < ${last.watermark}::xid8`
      : sql`false`;
  const [row] = await tx.execute(sql`
    with unsealed as (
      select e.seq, e.xid, e.at from trail_entry e,
        (select coalesce(range_agg(entries), '{}') as sealed from trail_seal) s
      where not s.sealed @> e.seq)
    select count(*) filter (where not (${late}))::int as "tail",
      min(at) filter (where not (${late})) as "since",
      count(*) filter (where ${late})::int as "late",
      (array_agg(seq::text order by seq) filter (where ${late}))[1:${sql.raw(String(mostNamed))}] as "lateSeqs"
    from unsealed`);
  const { tail, since, late: count, lateSeqs } = Unsealed.parse(row);
  const seqs = (lateSeqs ?? []).map(Number);
  return { tail: { count: tail, since: since === null ? undefined : new Date(since) }, count, seqs };
}

function judgeHead(
  expected: { number: number; hash: string } | undefined,
  hashOf: string | undefined,
): TrailFault[] {
  if (expected === undefined || hashOf === expected.hash) return [];
  return [{ kind: hashOf === undefined ? 'end-removed' : 'head-differs', seal: expected.number }];
}

/**
 * Reads the whole trail and its chain once, in pages, and says what does not hold. That the end of the chain is missing
 * cannot be seen from within: for that `expected` names a seal and the hash that it had.
 */
export async function verifyTrail(
  ground: Ground,
  expected?: { readonly number: number; readonly hash: string },
): Promise<TrailVerdict> {
  return await ground.database.transaction(
    async (tx) => {
      await enter(tx, caller, ground.now());
      const entries = everySealedEntry(tx);
      let next = await entries.next();
      let last: SealRow | undefined;
      let hashOfExpected: string | undefined;
      let seals = 0;
      let sealedEntries = 0;
      const faults: TrailFault[] = [];
      for await (const seal of everySeal(tx)) {
        const contents = [contentHasher(), contentHasher('devices')];
        const seen = new Set<number>();
        for (; !next.done && Number(next.value.seal) === seal.number; next = await entries.next()) {
          for (const content of contents) content.add(next.value);
          seen.add(Number(next.value.seq));
        }
        const contentHashes = contents.map((content) => content.digest());
        const fault = faultOf(seal, last, { seen, contentHashes });
        if (fault) faults.push(fault);
        if (seal.number === expected?.number) hashOfExpected = seal.hash;
        last = seal;
        seals += 1;
        sealedEntries += seen.size;
      }
      const { tail, count, seqs } = await withoutSeal(tx, last);
      // The entries of a seal that is gone have none either.
      const orphaned = faults.some(({ kind }) => kind === 'seal-missing' || kind === 'seal-changed');
      if (last && count > 0 && !orphaned)
        faults.push({ kind: 'entry-inserted', seal: last.number, count, seqs });
      faults.push(...judgeHead(expected, hashOfExpected));
      const head = last && { number: last.number, hash: last.hash, sealedAt: last.sealedAt };
      return { seals, sealedEntries, head, faults, tail };
    },
    { accessMode: 'read only', isolationLevel: 'repeatable read' },
  );
}
