import { correctiveAction, correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import { correctiveActionTransitions } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { ReturnCorrectiveAction } from '@kycuong/domain/corrective-action/return-corrective-action.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { requireSeen } from '../seen.ts';
import { loadAction } from './load-action.ts';

/** The answer goes back with its reason; the deadline stays what it was. */
export const returnCorrectiveAction = command({
  action: 'corrective-action.return',
  input: ReturnCorrectiveAction,
  turn: ({ actionId }) => actionId,
  load: ({ tx, input }) => loadAction(tx, input.actionId),
  run: async ({ tx, actor, input, facts, now }) => {
    const status = nextState(correctiveActionTransitions, facts.action.status, 'return');
    requireSeen(input.answerId, facts.waiting?.id, 'corrective-action.answer-changed');
    await tx
      .update(correctiveActionAnswer)
      .set({
        outcome: 'returned',
        outcomeReason: input.reason,
        outcomeBy: actor.accountId,
        outcomeAt: now,
      })
      .where(eq(correctiveActionAnswer.id, input.answerId));
    await tx.update(correctiveAction).set({ status }).where(eq(correctiveAction.id, input.actionId));
  },
});
