import { roundMember } from '@kycuong/db/schema/planning.ts';
import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Loaded } from '../command.ts';
import { coveredBy } from '../organisation/covered-by.ts';
import { found } from '../query.ts';
import type { Work } from '../work.ts';

export interface QuarantineFacts extends Loaded {
  readonly kept: typeof quarantinedCommand.$inferSelect;
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
