import { createHash } from 'node:crypto';
import { recoveryCode, secondFactor } from '@kycuong/db/schema/access.ts';
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { InstallationKeys } from '../installation-keys.ts';
import type { Transaction } from '../transaction.ts';
import { timeStepOf } from './time-step.ts';

interface Entered {
  readonly accountId: string;
  readonly code: string;
  readonly now: Date;
}

/** The code has some 79 bits of its own; the account is in it so that equal hashes tell nothing. */
export function recoveryHash(accountId: string, code: string): string {
  return createHash('sha256').update(`${accountId} ${code}`).digest('hex');
}

/** What a typed code was, if it is right, and then it is used up: of any number of equal ones at once, one is. */
export async function spendCode(
  tx: Transaction,
  { factor }: InstallationKeys,
  { accountId, code, now }: Entered,
): Promise<'time' | 'recovery' | undefined> {
  const typed = code.replaceAll(/\s/g, '').toLowerCase();
  if (!/^\d{6}$/.test(typed)) {
    const mine = and(eq(recoveryCode.hash, recoveryHash(accountId, typed)), isNull(recoveryCode.usedAt));
    const spent = await tx.update(recoveryCode).set({ usedAt: now }).where(mine).returning();
    return spent.length > 0 ? 'recovery' : undefined;
  }
  const [row] = await tx.select().from(secondFactor).where(eq(secondFactor.accountId, accountId));
  const secret = row && factor?.open(accountId, row.sealedSecret);
  const step = secret && timeStepOf(secret, typed, now);
  if (!step) return undefined;
  const unused = and(eq(secondFactor.accountId, accountId), lt(secondFactor.lastStep, step));
  const spent = await tx.update(secondFactor).set({ lastStep: step }).where(unused).returning();
  return spent.length > 0 ? 'time' : undefined;
}
