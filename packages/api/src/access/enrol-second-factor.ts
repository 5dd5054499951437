import { recoveryCode, secondFactor } from '@kycuong/db/schema/access.ts';
import { EnrolSecondFactor } from '@kycuong/domain/access/second-factor.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq, sql } from 'drizzle-orm';
import { command } from '../command.ts';
import { loadOwnAccount } from './load-own-account.ts';
import { requireCurrent } from './require-current.ts';
import { recoveryHash } from './spend-code.ts';
import { timeStepOf } from './time-step.ts';

/** A second factor for oneself. The step by which it was shown to work is used up with it. */
export const enrolSecondFactor = command({
  action: 'access.enrol-second-factor',
  input: EnrolSecondFactor,
  secrets: ['current', 'secret', 'code', 'recoveryCodes'],
  load: loadOwnAccount,
  run: async ({ tx, input, facts: { accountId }, keys, now, proof }) => {
    const { current, secret, code, recoveryCodes } = input;
    if (keys.factor === undefined) throw new DomainError('conflict', 'access.no-factor-key');
    await requireCurrent(tx, accountId, current, proof);
    const there = await tx.select().from(secondFactor).where(eq(secondFactor.accountId, accountId));
    if (there.length > 0) throw new DomainError('conflict', 'access.factor-enrolled');
    const lastStep = timeStepOf(secret, code.replaceAll(/\s/g, ''), now);
    if (lastStep === undefined) throw new DomainError('invalid', 'access.wrong-code', { field: 'code' });
    const sealedSecret = keys.factor.seal(accountId, secret);
    await tx.insert(secondFactor).values({ accountId, sealedSecret, lastStep, enrolledAt: now });
    await tx
      .insert(recoveryCode)
      .values(recoveryCodes.map((one) => ({ hash: recoveryHash(accountId, one), accountId })));
    await tx.execute(sql`select note_security('second-factor-on', ${accountId}, ${now.toISOString()}, null, null,
      null, null)`);
    proof.enrolled = true;
  },
});
