import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { DeclineQuarantined } from '@kycuong/domain/sync/quarantine.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { tellDecision } from './feed.ts';
import { loadQuarantined } from './load-quarantined.ts';

/** The leader leaves a kept command unapplied. It stays on record, and its receipt as it was. */
export const declineQuarantined = command({
  action: 'quarantine.decline',
  input: DeclineQuarantined,
  load: loadQuarantined,
  run: async ({ tx, actor, input, facts, commandId, now }) => {
    await tx
      .update(quarantinedCommand)
      .set({
        decision: 'declined',
        decidedBy: actor.accountId,
        decidedAt: now,
        decisionReason: input.reason,
        decisionCommandId: commandId,
      })
      .where(eq(quarantinedCommand.id, facts.kept.id));
    await tellDecision(tx, facts.kept);
  },
});
