import { session } from '@kycuong/db/schema/access.ts';
import { EndOwnSessions } from '@kycuong/domain/access/end-own-sessions.ts';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { command } from '../command.ts';
import { loadOwnAccount } from './load-own-account.ts';

/** Signs oneself out elsewhere. What is over already, and what is somebody else's, is passed over. */
export const endOwnSessions = command({
  action: 'access.end-own-sessions',
  input: EndOwnSessions,
  load: loadOwnAccount,
  run: async ({ tx, input: { refs }, facts: { accountId }, now }) => {
    const mine = and(eq(session.accountId, accountId), inArray(session.ref, refs));
    const ended = await tx.delete(session).where(mine).returning({ ref: session.ref });
    for (const { ref } of ended)
      await tx.execute(sql`select note_security('session-ended', ${accountId}, ${now.toISOString()}, null, null,
        ${ref}, null)`);
    return { ended: ended.length };
  },
  trail: (_, { ended }) => ({ ended }),
});
