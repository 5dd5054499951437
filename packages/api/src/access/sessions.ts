import { createHash } from 'node:crypto';
import type { Database } from '@kycuong/db/connection.ts';
import { session } from '@kycuong/db/schema/access.ts';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { type Adapter, Lucia } from 'lucia';
import type { Transaction } from '../transaction.ts';
import { latestNow } from './session-times.ts';

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

export const sessionCookieName = 'kycuong_session';

/** What the database holds of a session's id. */
export const sessionHash = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex');

type SessionFacts = Omit<typeof session.$inferInsert, 'id' | 'accountId'> & {
  readonly createdAt: Date;
  /** The id of the session that this browser had before: it is over. */
  readonly former?: string | undefined;
};

declare module 'lucia' {
  interface Register {
    Lucia: Lucia;
    DatabaseSessionAttributes: SessionFacts;
  }
}

/** So many are kept of an account, and as many that wait for a password or a code: those push no open one out. */
const mostSessions = 20;

/** What is counted by account is counted one sign-in after the other. */
export async function queueForAccount(tx: Transaction, accountId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${accountId}, 2))`);
}

/** What a clock that was ahead made goes first, and what was used by it counts from when it was made. */
async function endOldest(
  tx: Transaction,
  { accountId, limited, now }: { accountId: string; limited: boolean; now: Date },
): Promise<void> {
  const latest = latestNow(now).toISOString();
  const usedAt = sql`case when ${session.createdAt} > ${latest} then '-infinity'
    when ${session.lastUsedAt} > ${latest} then ${session.createdAt} else ${session.lastUsedAt} end`;
  const surplus = tx
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.accountId, accountId), eq(session.limited, limited)))
    .orderBy(desc(usedAt), desc(session.createdAt))
    .offset(mostSessions);
  await tx.delete(session).where(inArray(session.id, surplus));
}

const notAsked = () => Promise.reject(new Error('sessions are read by open-session.ts'));

/**
 * Lucia's storage over our table. The database holds only the SHA-256 of a session id, never the id itself. When a session
 * ends is told by `session-times.ts`: lucia goes by the machine's clock and knows no end but the idle one.
 */
function adapter(database: Database): Adapter {
  const forget = (id: string) => (tx: Transaction) =>
    tx.delete(session).where(eq(session.id, sessionHash(id)));
  return {
    ...{ getSessionAndUser: notAsked, getUserSessions: notAsked, updateSessionExpiration: notAsked },
    ...{ deleteUserSessions: notAsked, deleteExpiredSessions: notAsked },
    setSession: ({ id, userId: accountId, attributes: { former, ...facts } }) =>
      atSignIn(database, async (tx) => {
        if (former !== undefined) await forget(former)(tx);
        await queueForAccount(tx, accountId);
        await tx.insert(session).values({ id: sessionHash(id), accountId, ...facts });
        await endOldest(tx, { accountId, limited: facts.limited ?? false, now: facts.createdAt });
      }),
    deleteSession: async (id) => {
      await atSignIn(database, forget(id));
    },
  };
}

const opened = new WeakMap<Database, Lucia>();

/** Makes session ids and has them kept; opening and ending go through here alone. */
export function sessions(database: Database): Lucia {
  const known = opened.get(database);
  if (known !== undefined) return known;
  const made = new Lucia(adapter(database));
  opened.set(database, made);
  return made;
}
