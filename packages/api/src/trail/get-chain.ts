import { trailSeal } from '@kycuong/db/schema/trail.ts';
import { holdsOverWhole } from '@kycuong/domain/access/actor.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { desc, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';

const Tail = z.object({ count: z.int(), since: z.nullable(z.string()) });

/** How far the audit trail is sealed: the last seal, and the entries that wait for the next one. Verified by `doctor`. */
export const getChain = query({
  input: z.optional(z.object({})),
  run: async ({ tx, actor }) => {
    if (!holdsOverWhole(actor, ['administrator'])) throw new DomainError('forbidden', 'access.forbidden');
    const { number, hash, sealedAt, watermark } = trailSeal;
    const [last] = await tx
      .select({ number, hash, sealedAt, watermark })
      .from(trailSeal)
      .orderBy(desc(number))
      .limit(1);
    const rows = await tx.execute(sql`
      select count(*)::int as "count", min(e.at) as "since" from trail_entry e
      where e.xid >= ${last?.watermark ?? '0'}::xid8 and not exists (
        select from trail_seal s where s.to_seq >= e.seq and s.from_seq <= e.seq and s.entries @> e.seq)`);
    const { count, since } = Tail.parse(rows[0]);
    return {
      last: last ? { number: last.number, hash: last.hash, sealedAt: last.sealedAt.toISOString() } : null,
      tail: { count, since: since === null ? null : new Date(since).toISOString() },
    };
  },
});
