import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

/** Has the account no password with which its person could sign in before a slip is issued? */
export async function needsSlip(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  const [row] = await tx.execute(sql`select needs_slip(${accountId}, ${now.toISOString()}) as needed`);
  return z.boolean().parse(row?.needed);
}
