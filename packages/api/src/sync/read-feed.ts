import type { Database } from '@kycuong/db/connection.ts';
import { inSession } from '@kycuong/db/warm-sessions.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import type { PulledChange } from '@kycuong/domain/sync/pull.ts';
import type { FeedCursor } from './feed-cursor.ts';

/** One page of a person's feed, up to the watermark. */
export interface FeedPage {
  readonly generation: string;
  /** The cursor was of this generation; otherwise the page is the first. */
  readonly known: boolean;
  /** As many entries as one page holds: there may be more. */
  readonly is_full: boolean;
  /** Where the next page begins: `<transaction id>:<seq>`. */
  readonly last: string;
  /** Visits are granted in it, for which packets have to be built. */
  readonly has_grants: boolean;
  /** `FeedEntry[]` as JSON text; without grants they are `PulledChange`s as they stand. */
  readonly changes: string;
  /** Until when the session lasts, where one was named. */
  readonly session_until: string | null;
}

/** An entry with what it tells of as that stands now, and its place in the feed. */
export type FeedEntry =
  | (Exclude<PulledChange, { kind: 'packet' }> & { readonly at: string })
  | { readonly kind: 'granted'; readonly visitId: string; readonly at: string };

/** The person who reads: named, or by the stored hash of the session. */
interface Reader {
  readonly accountId?: string;
  readonly session?: string;
  readonly now: Date;
}

/**
 * The next entries that a person may see, in one statement through that person's fence (function `pull_page`). A
 * sequence or a time would pass over whatever commits late. Undefined: no such session, or no such account.
 */
export async function readFeed(
  { $client }: Database,
  { accountId, session, now }: Reader,
  cursor: FeedCursor | undefined,
): Promise<FeedPage | undefined> {
  const { generation = null, xid = null, seq = null } = cursor ?? {};
  const [page] = await inSession(
    $client,
    (sql) => sql<FeedPage[]>`
      select * from pull_page(${session ?? null}, ${accountId ?? null}, ${dateInVietnam(now)}, ${now.toISOString()},
        ${generation}, ${xid}, ${seq})`,
  );
  return page;
}

export function entriesOf({ changes }: FeedPage): readonly FeedEntry[] {
  return JSON.parse(changes);
}
