import type { Database } from '@kycuong/db/connection.ts';
import { session } from '@kycuong/db/schema/access.ts';
import type { SessionStep } from '@kycuong/domain/access/session-step.ts';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../context.ts';
import { changedByUse, isOver } from './session-times.ts';
import { atSignIn, sessionHash, sessions } from './sessions.ts';

interface Row {
  readonly account_id: string;
  readonly created_at: string;
  readonly last_used_at: string;
  readonly expires_at: string;
  readonly ends_at: string;
  readonly limited: boolean;
  readonly ref: string;
  readonly awaits: SessionStep | null;
}

/** Who a session's cookie names. */
export interface OpenSession extends SignedIn {
  /** Before anything else is open; null: everything is. */
  readonly awaits: SessionStep | null;
  /** Set when the cookie has to be set again because the session's end was just moved. */
  readonly prolongedUntil?: Date;
}

/** The session behind a cookie's value; undefined where there is none, or it is over. */
export async function openSession(
  database: Database,
  cookie: string | undefined,
  now: Date,
): Promise<OpenSession | undefined> {
  if (cookie === undefined || !/^[a-z0-9]{20,80}$/.test(cookie)) return undefined;
  const hash = sessionHash(cookie);
  const [row] = await database.$client<Row[]>`select * from read_session(${hash})`;
  if (row === undefined) return undefined;
  const times = {
    createdAt: new Date(row.created_at),
    lastUsedAt: new Date(row.last_used_at),
    expiresAt: new Date(row.expires_at),
    endsAt: new Date(row.ends_at),
  };
  if (isOver(times, now)) {
    await sessions(database).invalidateSession(cookie);
    return undefined;
  }
  const awaits = row.limited ? (row.awaits ?? 'password') : null;
  const open = { accountId: row.account_id, sessionId: cookie, awaits, ref: row.ref };
  const changed = changedByUse(times, now);
  if (changed === undefined) return open;
  await atSignIn(database, (tx) => tx.update(session).set(changed).where(eq(session.id, hash)));
  const moved = changed.expiresAt.getTime() !== times.expiresAt.getTime();
  return moved ? { ...open, prolongedUntil: changed.expiresAt } : open;
}
