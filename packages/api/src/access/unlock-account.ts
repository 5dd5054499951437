import { account } from '@kycuong/db/schema/access.ts';
import { UnlockAccount } from '@kycuong/domain/access/unlock-account.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { loadAccount } from './load-account.ts';
import { takeTurn } from './take-turn.ts';

/** Lets the person sign in again, with the password and the roles that they had. */
export const unlockAccount = command({
  action: 'access.unlock-account',
  input: UnlockAccount,
  load: (work) => loadAccount(work, work.input.accountId),
  run: async (work) => {
    const { accountId } = work.input;
    const facts = await takeTurn(work, 'access.unlock-account', () => loadAccount(work, accountId));
    if (facts.account.disabledAt === null) throw new DomainError('conflict', 'access.not-locked');
    await work.tx
      .update(account)
      .set({ disabledAt: null, disabledReason: null })
      .where(eq(account.id, accountId));
    return { accountId };
  },
});
