import { recoveryKey } from '@kycuong/db/schema/recovery.ts';
import type { RecoveryKey } from '@kycuong/domain/sync/recovery-key.ts';
import { desc } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';

/** The recovery key by which tablets wrap their data keys now; null before the first one was made. */
export async function currentRecoveryKey(tx: Transaction): Promise<RecoveryKey | null> {
  const { id, publicKey, inUseFrom } = recoveryKey;
  const [row] = await tx
    .select({ id, publicKey })
    .from(recoveryKey)
    .orderBy(desc(inUseFrom), desc(id))
    .limit(1);
  return row ?? null;
}

/** The same, for a tablet that has no packet yet. */
export const getRecoveryKey = query({
  input: z.undefined(),
  run: ({ tx }) => currentRecoveryKey(tx),
});
