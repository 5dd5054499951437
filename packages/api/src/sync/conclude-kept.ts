import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import type { QuarantineDecision } from '@kycuong/domain/sync/quarantine.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';
import { tellDecision } from './feed.ts';

interface Decision {
  readonly decision: QuarantineDecision;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
  readonly decisionReason: string | null;
  readonly decisionCommandId: string;
}

/** The leader has decided: on every copy of the same content, whoever brought it. */
export async function concludeKept(
  tx: Transaction,
  { commandId, contentHash }: typeof quarantinedCommand.$inferSelect,
  decided: Decision,
): Promise<void> {
  const kept = quarantinedCommand;
  const same = and(eq(kept.commandId, commandId), eq(kept.contentHash, contentHash), isNull(kept.decision));
  for (const row of await tx.update(kept).set(decided).where(same).returning()) await tellDecision(tx, row);
}
