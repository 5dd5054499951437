import type { Database } from '@kycuong/db/connection.ts';
import { PullChanges } from '@kycuong/domain/sync/pull.ts';
import { mustBeAsked } from '../access/session-times.ts';
import { sessionHash } from '../access/sessions.ts';
import { readCursor } from './feed-cursor.ts';
import { pageFacts } from './pull.ts';
import { readFeed } from './read-feed.ts';

interface Asked {
  /** The session's cookie. */
  readonly cookie: string | undefined;
  /** The input as JSON text. */
  readonly input: string | undefined;
  readonly now: Date;
}

function readInput(input: string | undefined): PullChanges | undefined {
  try {
    return PullChanges.safeParse(JSON.parse(input ?? 'null')).data;
  } catch {
    return undefined;
  }
}

/**
 * `Pulled` as JSON text for what tablets ask all day: the session is judged and the page read in one statement, and its
 * text is passed on as it is. Undefined wherever there is more to do or to say (no session, one to be prolonged, input
 * that does not parse, packets to build): then the ordinary way answers.
 */
export async function quickPull(
  database: Database,
  { cookie, input: text, now }: Asked,
): Promise<string | undefined> {
  const input = readInput(text);
  // A device that tells of itself along the way has to be heard.
  if (cookie === undefined || input === undefined || input.contact !== undefined) return undefined;
  const { cursor } = input;
  const feed = await readFeed(database, { session: sessionHash(cookie), now }, readCursor(cursor));
  if (feed === undefined || feed.has_grants) return undefined;
  if (feed.session_until === null || mustBeAsked(new Date(feed.session_until), now)) return undefined;
  const facts = JSON.stringify(pageFacts(feed, { cursor, now }));
  return `${facts.slice(0, -1)},"changes":${feed.changes}}`;
}
