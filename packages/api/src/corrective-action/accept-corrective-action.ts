import { correctiveAction, correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import { AcceptCorrectiveAction } from '@kycuong/domain/corrective-action/accept-corrective-action.ts';
import { correctiveActionTransitions } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { requireSeen } from '../seen.ts';
import { loadAction } from './load-action.ts';

/** A second person finds the answer good: the action is done. */
export const acceptCorrectiveAction = command({
  action: 'corrective-action.accept',
  input: AcceptCorrectiveAction,
  turn: ({ actionId }) => actionId,
  load: ({ tx, input }) => loadAction(tx, input.actionId),
  run: async ({ tx, actor, input, facts, now }) => {
    const status = nextState(correctiveActionTransitions, facts.action.status, 'accept');
    requireSeen(input.answerId, facts.waiting?.id, 'corrective-action.answer-changed');
    await tx
      .update(correctiveActionAnswer)
      .set({
        outcome: 'accepted',
        outcomeReason: input.note || null,
        outcomeBy: actor.accountId,
        outcomeAt: now,
      })
      .where(eq(correctiveActionAnswer.id, input.answerId));
    await tx
      .update(correctiveAction)
      .set({ status, acceptedAt: now, acceptedBy: actor.accountId })
      .where(eq(correctiveAction.id, input.actionId));
  },
});
