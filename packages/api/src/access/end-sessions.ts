import { EndSessions } from '@kycuong/domain/access/end-sessions.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import { loadAccount } from './load-account.ts';

/** Signs a person out everywhere. */
export const endSessions = command({
  action: 'access.end-sessions',
  input: EndSessions,
  load: (work) => loadAccount(work, work.input.accountId),
  run: async ({ tx, input: { accountId }, now }) => {
    const [row] = await tx.execute(sql`select end_sessions_of(${accountId}) as ended`);
    await tx.execute(sql`select note_security('session-ended', ${accountId}, ${now.toISOString()}, null, null,
      null, null)`);
    return { accountId, ended: z.int().parse(row?.ended) };
  },
});
