import { DeclineQuarantined } from '@kycuong/domain/sync/quarantine.ts';
import { command } from '../command.ts';
import { concludeKept } from './conclude-kept.ts';
import { loadQuarantined } from './load-quarantined.ts';

/** The leader leaves a kept command unapplied. It stays on record, and its receipt as it was. */
export const declineQuarantined = command({
  action: 'quarantine.decline',
  input: DeclineQuarantined,
  load: loadQuarantined,
  run: async ({ tx, actor, input, facts, commandId, now }) => {
    await concludeKept(tx, facts.kept, {
      decision: 'declined',
      decidedBy: actor.accountId,
      decidedAt: now,
      decisionReason: input.reason,
      decisionCommandId: commandId,
    });
  },
});
