import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

/**
 * Ends every session of somebody else's account and silences the devices on which it worked, and says so in the security log; how many they were.
 * @throws DomainError `forbidden` to whom the fence shows no such account
 */
export async function endSessionsOf(tx: Transaction, accountId: string, now: Date): Promise<number> {
  const [row] = await tx.execute(sql`select end_sessions_of(${accountId}) as ended`);
  const ended = z.nullable(z.int()).parse(row?.ended ?? null);
  if (ended === null) throw new DomainError('forbidden', 'access.forbidden');
  await tx.execute(sql`select silence_devices_of(${accountId})`);
  await tx.execute(sql`select note_security('session-ended', ${accountId}, ${now.toISOString()}, null, null,
    null, null)`);
  return ended;
}
