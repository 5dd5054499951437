import { RemoveSecondFactor } from '@kycuong/domain/access/second-factor.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { command } from '../command.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { forgetFactor } from './forget-factor.ts';
import { loadAccount } from './load-account.ts';

/** For who lost phone and recovery codes. Every session ends: nobody knows who has the phone now. */
export const removeSecondFactor = command({
  action: 'access.remove-second-factor',
  input: RemoveSecondFactor,
  load: (work) => loadAccount(work, work.input.accountId),
  run: async ({ tx, actor, input: { accountId }, now }) => {
    if (actor.accountId === accountId) throw new DomainError('conflict', 'access.own-account');
    await forgetFactor(tx, accountId, now);
    await endSessionsOf(tx, accountId, now);
    return { accountId };
  },
});
