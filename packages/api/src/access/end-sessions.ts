import { EndSessions } from '@kycuong/domain/access/end-sessions.ts';
import { command } from '../command.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { loadAccount } from './load-account.ts';

/** Signs a person out everywhere. */
export const endSessions = command({
  action: 'access.end-sessions',
  input: EndSessions,
  load: (work) => loadAccount(work, work.input.accountId),
  run: async ({ tx, input: { accountId }, now }) => ({
    accountId,
    ended: await endSessionsOf(tx, accountId, now),
  }),
  // Also where there was nothing to end: what no device may say any more is part of it.
  trail: (_, done) => done,
});
