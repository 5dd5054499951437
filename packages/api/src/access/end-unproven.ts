import { sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';
import type { Ground } from '../work.ts';

/**
 * Where administrators need a second factor: ends the sessions of those who have none, whatever made them administrators
 * or took the factor away. At their next sign-in they are led to enrol one.
 */
export async function endUnproven(
  tx: Pick<Transaction, 'execute'>,
  now: Date,
  who: Ground['secondFactor'],
): Promise<void> {
  if (who === 'administrators') await tx.execute(sql`select end_unproven(${now.toISOString()})`);
}
