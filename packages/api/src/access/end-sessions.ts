import { session } from '@kycuong/db/schema/access.ts';
import { EndSessions } from '@kycuong/domain/access/end-sessions.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { loadAccount } from './load-account.ts';

/** Signs a person out everywhere. */
export const endSessions = command({
  action: 'access.end-sessions',
  input: EndSessions,
  load: (work) => loadAccount(work, work.input.accountId),
  run: async ({ tx, input: { accountId } }) => {
    const ended = await tx
      .delete(session)
      .where(eq(session.accountId, accountId))
      .returning({ ref: session.ref });
    return { accountId, ended: ended.length };
  },
});
