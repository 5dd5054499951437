import { changeFeed } from '@kycuong/db/schema/sync.ts';
import type { Transaction } from '../transaction.ts';

/** Tells each person that each visit is theirs now: the next pull brings the whole packet. */
export async function feedGranted(
  tx: Transaction,
  roundId: string,
  visitIds: readonly string[],
  accountIds: readonly string[],
): Promise<void> {
  const entries = accountIds.flatMap((accountId) =>
    visitIds.map((visitId) => ({ accountId, roundId, visitId, kind: 'granted' as const })),
  );
  if (entries.length > 0) await tx.insert(changeFeed).values(entries);
}
