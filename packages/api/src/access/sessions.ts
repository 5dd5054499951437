import { createHash } from 'node:crypto';
import type { Database } from '@kycuong/db/connection.ts';
import { session } from '@kycuong/db/schema/access.ts';
import { eq, lte, sql } from 'drizzle-orm';
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import type { Transaction } from '../transaction.ts';

/** The only door besides commands: what happens before anyone is signed in. */
export function atSignIn<Result>(
  database: Database,
  run: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (tx) => {
    await tx.execute(sql`select set_config('kycuong.door', 'sign-in', true)`);
    return run(tx);
  });
}

/** What the database holds of a session's id. */
export const sessionHash = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex');

/** Lucia's storage over our table. The database holds only the SHA-256 of a session id, never the id itself. */
function adapter(database: Database): Adapter {
  return {
    getSessionAndUser: async (id) => {
      const [row] = await database.$client<{ account_id: string; expires_at: string }[]>`
        select account_id, expires_at from open_session(${sessionHash(id)})`;
      if (row === undefined) return [null, null];
      const { account_id: userId, expires_at } = row;
      return [
        { id, userId, expiresAt: new Date(expires_at), attributes: {} },
        { id: userId, attributes: {} },
      ];
    },
    getUserSessions: async () => [],
    setSession: ({ id, userId, expiresAt }) =>
      atSignIn(database, async (tx) => {
        await tx.insert(session).values({ id: sessionHash(id), accountId: userId, expiresAt });
      }),
    updateSessionExpiration: (id, expiresAt) =>
      atSignIn(database, async (tx) => {
        await tx
          .update(session)
          .set({ expiresAt })
          .where(eq(session.id, sessionHash(id)));
      }),
    deleteSession: (id) =>
      atSignIn(database, async (tx) => {
        await tx.delete(session).where(eq(session.id, sessionHash(id)));
      }),
    deleteUserSessions: (accountId) =>
      atSignIn(database, async (tx) => {
        await tx.delete(session).where(eq(session.accountId, accountId));
      }),
    deleteExpiredSessions: () =>
      atSignIn(database, async (tx) => {
        await tx.delete(session).where(lte(session.expiresAt, new Date()));
      }),
  };
}

export const sessionCookieName = 'kycuong_session';

const lasting = new TimeSpan(12, 'h');
const opened = new WeakMap<Database, Lucia>();

/** Sessions of twelve hours, prolonged while in use. */
export function sessions(database: Database): Lucia {
  const known = opened.get(database);
  if (known !== undefined) return known;
  const made = new Lucia(adapter(database), { sessionExpiresIn: lasting });
  opened.set(database, made);
  return made;
}

/** Lucia prolongs a session in the second half of its time. */
export function isProlongedAt(expiresAt: Date, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() <= lasting.milliseconds() / 2;
}
