import { createHash } from 'node:crypto';
import type { Database } from '@kycuong/db/connection.ts';
import { account, session } from '@kycuong/db/schema/access.ts';
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
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

const hashed = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex');

/** Lucia's storage over our table. The database holds only the SHA-256 of a session id, never the id itself. */
function adapter(database: Database): Adapter {
  return {
    getSessionAndUser: (id) =>
      atSignIn(database, async (tx) => {
        const [row] = await tx
          .select({ accountId: session.accountId, expiresAt: session.expiresAt })
          .from(session)
          .innerJoin(account, eq(account.id, session.accountId))
          .where(and(eq(session.id, hashed(id)), isNull(account.disabledAt)));
        if (row === undefined) return [null, null];
        const { accountId, expiresAt } = row;
        return [
          { id, userId: accountId, expiresAt, attributes: {} },
          { id: accountId, attributes: {} },
        ];
      }),
    getUserSessions: async () => [],
    setSession: ({ id, userId, expiresAt }) =>
      atSignIn(database, async (tx) => {
        await tx.insert(session).values({ id: hashed(id), accountId: userId, expiresAt });
      }),
    updateSessionExpiration: (id, expiresAt) =>
      atSignIn(database, async (tx) => {
        await tx
          .update(session)
          .set({ expiresAt })
          .where(eq(session.id, hashed(id)));
      }),
    deleteSession: (id) =>
      atSignIn(database, async (tx) => {
        await tx.delete(session).where(eq(session.id, hashed(id)));
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

/** Sessions of twelve hours, prolonged while in use. */
export function sessions(database: Database): Lucia {
  return new Lucia(adapter(database), { sessionExpiresIn: new TimeSpan(12, 'h') });
}
