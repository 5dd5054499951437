import type { Database } from '@kycuong/db/connection.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import type { FeedCursor } from './feed-cursor.ts';

/** One entry of the person's own feed, with what it tells of as it stands now; null where the fence hides that. */
export interface FeedEntry {
  /** `<transaction id>:<seq>` */
  readonly at: string;
  readonly kind: 'granted' | 'revoked' | 'command' | 'visit';
  readonly visitId: string;
  readonly status: VisitState | null;
  readonly command: FieldCommand | null;
}

export interface FeedPage {
  readonly generation: string;
  /** The cursor was of this generation; otherwise the page is the first. */
  readonly known: boolean;
  /** As many entries as one page holds: there may be more. */
  readonly full: boolean;
  /** Where the next page begins, as `at`. */
  readonly last: string;
  readonly entries: readonly FeedEntry[];
}

interface Reader {
  readonly accountId: string;
  readonly now: Date;
}

/**
 * The next entries that a person may see, in one statement through that person's fence (function `pull_feed`), up to the
 * watermark. A sequence or a time would pass over whatever commits late.
 * @throws DomainError `unauthenticated` when the account is unknown or disabled
 */
export async function readFeed(
  { $client: sql }: Database,
  { accountId, now }: Reader,
  cursor: FeedCursor | undefined,
): Promise<FeedPage> {
  const { generation = null, xid = null, seq = null } = cursor ?? {};
  const [row] = await sql<{ page: string | null }[]>`
    select pull_feed(${accountId}, ${dateInVietnam(now)}, ${now.toISOString()}, ${generation}, ${xid}, ${seq}) as page`;
  const page: FeedPage | null = JSON.parse(row?.page ?? 'null');
  if (page === null) throw new DomainError('unauthenticated', 'access.account-disabled');
  return page;
}
