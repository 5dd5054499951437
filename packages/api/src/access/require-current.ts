import { credential } from '@kycuong/db/schema/access.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { secretMatches } from './password.ts';
import type { Proof } from './proof.ts';

/**
 * That it is really the account's person who asks, and nobody at a machine that was left open.
 * @throws DomainError `invalid` at `current`
 */
export async function requireCurrent(
  tx: Transaction,
  accountId: string,
  current: string,
  proof: Proof,
): Promise<typeof credential.$inferSelect> {
  // Locked before it is judged: of several who say the same at once, the later ones are held to what the first one set.
  const mine = tx.select().from(credential).where(eq(credential.accountId, accountId)).for('update');
  const row = found((await mine)[0]);
  proof.password = (await secretMatches(row, current)) ? 'right' : 'wrong';
  if (proof.password === 'wrong')
    throw new DomainError('invalid', 'access.wrong-current-password', { field: 'current' });
  return row;
}
