import { recoveryCode, secondFactor } from '@kycuong/db/schema/access.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** Takes a second factor off, its recovery codes with it. @throws DomainError `conflict` where there is none */
export async function forgetFactor(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
  const gone = await tx.delete(secondFactor).where(eq(secondFactor.accountId, accountId)).returning();
  if (gone.length === 0) throw new DomainError('conflict', 'access.no-factor');
  await tx.execute(sql`select note_security('second-factor-off', ${accountId}, ${now.toISOString()}, null, null,
    null, null)`);
}
