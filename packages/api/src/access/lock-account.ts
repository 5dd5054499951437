import { account } from '@kycuong/db/schema/access.ts';
import { LockAccount } from '@kycuong/domain/access/lock-account.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { keepAttended } from './keep-attended.ts';
import { loadAccount } from './load-account.ts';
import { takeTurn } from './take-turn.ts';

/** Nobody signs in with the account any more; by a trigger every session of it ends for good. */
export const lockAccount = command({
  action: 'access.lock-account',
  input: LockAccount,
  load: (work) => loadAccount(work, work.input.accountId),
  run: async (work) => {
    const { tx, actor, input, now } = work;
    const { accountId, reason } = input;
    if (actor.accountId === accountId) throw new DomainError('conflict', 'access.own-account');
    const facts = await takeTurn(work, 'access.lock-account', () => loadAccount(work, accountId));
    if (facts.account.disabledAt !== null) throw new DomainError('conflict', 'access.already-locked');
    await keepAttended(work, () =>
      tx.update(account).set({ disabledAt: now, disabledReason: reason }).where(eq(account.id, accountId)),
    );
    return { accountId };
  },
});
