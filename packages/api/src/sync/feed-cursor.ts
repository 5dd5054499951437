import { changeFeed, feedGeneration } from '@kycuong/db/schema/sync.ts';
import { and, asc, desc, isNotNull, or, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** How far a tablet has read: within one generation of the feed, past this entry. */
export interface FeedCursor {
  readonly generation: string;
  readonly xid: string;
  readonly seq: string;
}

const shape = /^([0-9a-f-]{36}):(\d{1,19}):(\d{1,18})$/;

export function readCursor(text: string | null): FeedCursor | undefined {
  const [, generation, xid, seq] = shape.exec(text ?? '') ?? [];
  return generation && xid && seq ? { generation, xid, seq } : undefined;
}

export function writeCursor({ generation, xid, seq }: FeedCursor): string {
  return `${generation}:${xid}:${seq}`;
}

export async function currentGeneration(tx: Transaction): Promise<string> {
  const [row] = await tx
    .select({ id: feedGeneration.id })
    .from(feedGeneration)
    .orderBy(desc(feedGeneration.startedAt))
    .limit(1);
  if (row === undefined) throw new Error('the change feed has no generation');
  return row.id;
}

/**
 * What the team did at a visit before it was this person's comes with the packet of the grant, not by itself. Nothing
 * is lost by that: when the grant is below the watermark, all that precedes it is committed and in the packet.
 */
const own = or(
  isNotNull(changeFeed.accountId),
  sql`exists (select 1 from change_feed g
    where g.account_id = (select actor_id()) and g.kind = 'granted' and g.visit_id = ${changeFeed.visitId}
      and (g.xid, g.seq) < (${changeFeed.xid}, ${changeFeed.seq}))`,
);

/**
 * The next entries that the person may see, up to the watermark: below the oldest transaction that is still open, so
 * that nothing can appear later behind the cursor. A sequence or a time would pass over whatever commits late.
 * Ordered by the column itself: its text sorts otherwise.
 */
export function listEntries(tx: Transaction, { xid, seq }: Pick<FeedCursor, 'xid' | 'seq'>, limit: number) {
  return tx
    .select()
    .from(changeFeed)
    .where(
      and(
        sql`(${changeFeed.xid}, ${changeFeed.seq}) > (${xid}::xid8, ${seq}::bigint)`,
        own,
        sql`${changeFeed.xid} < pg_snapshot_xmin(pg_current_snapshot())`,
      ),
    )
    .orderBy(asc(changeFeed.xid), asc(changeFeed.seq))
    .limit(limit);
}
