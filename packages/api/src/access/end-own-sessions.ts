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
    // A device on which one is not signed in any more speaks no more either.
    await tx.execute(sql`update device_account u set silenced_at = ${now.toISOString()}
      where u.account_id = ${accountId} and u.silenced_at is null
        and not exists (select from session s where s.account_id = u.account_id and s.device_id = u.device_id)`);
    for (const { ref } of ended)
      await tx.execute(sql`select note_security('session-ended', ${accountId}, ${now.toISOString()}, null, null,
        ${ref}, null)`);
    return { ended: ended.length };
  },
  trail: (_, { ended }) => ({ ended }),
});
