import { account, credential } from '@kycuong/db/schema/access.ts';
import { ChangePassword } from '@kycuong/domain/access/change-password.ts';
import { paperCodeOf } from '@kycuong/domain/access/paper-code.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { found } from '../query.ts';
import { loadOwnAccount } from './load-own-account.ts';
import { hashPassword } from './password.ts';
import { requireCurrent } from './require-current.ts';
import { requireStrong } from './require-strong.ts';

/** A new password for oneself; by a trigger every session of the account ends. */
export const changePassword = command({
  action: 'access.change-password',
  input: ChangePassword,
  secrets: ['current', 'next'],
  load: loadOwnAccount,
  run: async ({ tx, input, facts, now, proof }) => {
    const mine = eq(credential.accountId, facts.accountId);
    const { given, givenUntil } = await requireCurrent(tx, facts.accountId, input.current, proof);
    if (given && givenUntil !== null && givenUntil <= now)
      throw new DomainError('invalid', 'access.slip-expired', { field: 'current' });
    if (paperCodeOf(input.current) === paperCodeOf(input.next))
      throw new DomainError('invalid', 'access.password-unchanged', { field: 'next' });
    const person = found((await tx.select().from(account).where(eq(account.id, facts.accountId)))[0]);
    await requireStrong(tx, 'next', input.next, person);
    const passwordHash = await hashPassword(input.next);
    await tx
      .update(credential)
      .set({ passwordHash, changedAt: now, given: false, givenUntil: null })
      .where(mine);
  },
});
