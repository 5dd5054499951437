import type { Database } from '@kycuong/db/connection.ts';
import type { SignedIn } from '../context.ts';
import { sessions } from './sessions.ts';

/**
 * The session behind a cookie's value, or undefined. `prolongedUntil` is set when the cookie has to be set again
 * because the session was just prolonged.
 */
export async function openSession(
  database: Database,
  cookie: string | undefined,
): Promise<(SignedIn & { prolongedUntil?: Date }) | undefined> {
  if (cookie === undefined || !/^[a-z0-9]{20,80}$/.test(cookie)) return undefined;
  const { session } = await sessions(database).validateSession(cookie);
  if (session === null) return undefined;
  const signedIn = { accountId: session.userId, sessionId: session.id };
  return session.fresh ? { ...signedIn, prolongedUntil: session.expiresAt } : signedIn;
}
