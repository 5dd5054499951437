import { ResetPassword, slipHours } from '@kycuong/domain/access/reset-password.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { sql } from 'drizzle-orm';
import { command } from '../command.ts';
import { loadAccount } from './load-account.ts';
import { hashPassword } from './password.ts';
import { takeTurn } from './take-turn.ts';

/**
 * Puts the code of a slip in the place of a password. The password that was is over at once, with every session: people
 * ask for a reset also because somebody else knows it.
 */
export const resetPassword = command({
  action: 'access.reset-password',
  input: ResetPassword,
  secrets: ['code'],
  load: (work) => loadAccount(work, work.input.accountId),
  run: async (work) => {
    const { tx, actor, input, now } = work;
    const { accountId, code } = input;
    if (actor.accountId === accountId) throw new DomainError('conflict', 'access.own-account');
    const { account } = await takeTurn(work, 'access.reset-password', () => loadAccount(work, accountId));
    if (account.disabledAt !== null) throw new DomainError('conflict', 'access.already-locked');
    const until = new Date(now.getTime() + slipHours * 3_600_000).toISOString();
    const passwordHash = await hashPassword(code);
    await tx.execute(
      sql`select give_password(${accountId}, ${passwordHash}, ${until}, ${now.toISOString()})`,
    );
    return { accountId, username: account.username, fullName: account.fullName, until };
  },
  trail: ({ accountId }, { until }) => ({ accountId, until }),
});
