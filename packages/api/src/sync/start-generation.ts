import { changeFeed, feedGeneration } from '@kycuong/db/schema/sync.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { desc } from 'drizzle-orm';
import * as z from 'zod/mini';
import { clusterOf } from '../cluster-of.ts';
import { command } from '../command.ts';
import type { Transaction } from '../transaction.ts';

/** Whether the database was restored into another cluster since, where transaction ids count anew. */
export async function feedMoved(tx: Transaction): Promise<boolean> {
  const [row] = await tx
    .select({ cluster: feedGeneration.cluster })
    .from(feedGeneration)
    .orderBy(desc(feedGeneration.startedAt))
    .limit(1);
  return row?.cluster !== (await clusterOf(tx));
}

/**
 * Begins a generation of the change feed on this cluster. Entries of the one before come first, below every watermark;
 * without that those with a higher transaction id than the new cluster's would wait for it to catch up.
 */
export const startGeneration = command({
  action: 'sync.start-generation',
  input: z.object({}),
  load: async () => ({ resource: wholeSystem, subject: { kind: 'change-feed', id: 'generation' } }),
  run: async ({ tx }) => {
    const cluster = await clusterOf(tx);
    await tx.update(changeFeed).set({ xid: '1' });
    await tx.insert(feedGeneration).values({ id: uuidV7(), cluster });
    return { cluster };
  },
  trail: (_, output) => output,
});
