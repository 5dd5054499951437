import { roundMember } from '@kycuong/db/schema/planning.ts';
import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Loaded } from '../command.ts';
import { coveredBy } from '../organisation/covered-by.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import type { Work } from '../work.ts';

export interface QuarantineFacts extends Loaded {
  readonly kept: typeof quarantinedCommand.$inferSelect;
}

/**
 * Commands of one visit are applied, and decided on, one after another; before anything is written, row locks included:
 * two who decide on copies of one content would each wait for the copy that the other one holds.
 */
async function lockVisitOf(tx: Transaction, quarantinedId: string): Promise<void> {
  const [row] = await tx
    .select({ visitId: quarantinedCommand.visitId })
    .from(quarantinedCommand)
    .where(eq(quarantinedCommand.id, quarantinedId));
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${found(row).visitId}, 1))`);
}

/**
 * The kept command, locked, with the actor's place in the team.
 * @throws DomainError `not-found`; `conflict` when it was decided on already.
 */
export async function loadQuarantined({
  tx,
  actor,
  input,
}: Work<{ readonly quarantinedId: string }>): Promise<QuarantineFacts> {
  await lockVisitOf(tx, input.quarantinedId);
  const [row] = await tx
    .select()
    .from(quarantinedCommand)
    .where(eq(quarantinedCommand.id, input.quarantinedId))
    .for('update');
  const kept = found(row);
  const [member] = await tx
    .select({ role: roundMember.role })
    .from(roundMember)
    .where(
      and(
        eq(roundMember.roundId, kept.roundId),
        eq(roundMember.accountId, actor.accountId ?? ''),
        isNull(roundMember.removedAt),
      ),
    );
  if (kept.decision !== null && member?.role === 'leader')
    throw new DomainError('conflict', 'sync.already-decided');
  return {
    resource: { coveredBy: await coveredBy(tx, kept.unitId), teamRole: member?.role },
    subject: { kind: 'quarantined-command', id: kept.id, unitId: kept.unitId },
    kept,
  };
}
