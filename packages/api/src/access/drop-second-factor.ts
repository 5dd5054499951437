import { ownThing } from '@kycuong/domain/access/resource.ts';
import { DropSecondFactor } from '@kycuong/domain/access/second-factor.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { command } from '../command.ts';
import { forgetFactor } from './forget-factor.ts';
import { requireCurrent } from './require-current.ts';
import { spendCode } from './spend-code.ts';

/** Takes one's own second factor off: password and code once more, so that a machine that was left open does not. */
export const dropSecondFactor = command({
  action: 'access.drop-second-factor',
  input: DropSecondFactor,
  secrets: ['current', 'code'],
  load: async ({ actor }) => ({
    resource: ownThing,
    subject: { kind: 'account', id: actor.accountId ?? 'system' },
    accountId: actor.accountId ?? '',
  }),
  run: async ({ tx, input: { current, code }, facts: { accountId }, keys, now }) => {
    await requireCurrent(tx, accountId, current);
    if ((await spendCode(tx, keys, { accountId, code, now })) === undefined)
      throw new DomainError('invalid', 'access.wrong-code', { field: 'code' });
    await forgetFactor(tx, accountId, now);
  },
});
