import { DropSecondFactor } from '@kycuong/domain/access/second-factor.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { command } from '../command.ts';
import { forgetFactor } from './forget-factor.ts';
import { loadOwnAccount } from './load-own-account.ts';
import { requireCurrent } from './require-current.ts';
import { spendCode } from './spend-code.ts';

/** Takes one's own second factor off: password and code once more, so that a machine that was left open does not. */
export const dropSecondFactor = command({
  action: 'access.drop-second-factor',
  input: DropSecondFactor,
  secrets: ['current', 'code'],
  load: loadOwnAccount,
  run: async ({ tx, input: { current, code }, facts: { accountId }, keys, now, proof }) => {
    await requireCurrent(tx, accountId, current, proof);
    proof.code = (await spendCode(tx, keys, { accountId, code, now })) === undefined ? 'wrong' : 'right';
    if (proof.code === 'wrong') throw new DomainError('invalid', 'access.wrong-code', { field: 'code' });
    await forgetFactor(tx, accountId, now);
  },
});
