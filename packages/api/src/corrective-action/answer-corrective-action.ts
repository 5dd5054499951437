import {
  correctiveAction,
  correctiveActionAnswer,
  correctiveActionDraft,
} from '@kycuong/db/schema/corrective-action.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { dayInFigures } from '@kycuong/domain/calendar/typed-day.ts';
import {
  AnswerCorrectiveAction,
  type PlanRow,
} from '@kycuong/domain/corrective-action/answer-corrective-action.ts';
import { correctiveActionTransitions } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { DomainError, type InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { loadAction } from './load-action.ts';
import { requireOwnEvidence } from './require-own-evidence.ts';

/** What is promised against a fault ends after the fault was told. @throws DomainError `invalid` */
function requireLaterPlan(plan: readonly PlanRow[], issuedOn: PlainDate): void {
  const key = 'corrective-action.plan-before-conclusion';
  const details = { day: dayInFigures(issuedOn) };
  const issues = plan.flatMap(({ dueOn }, index): InputIssue[] =>
    dueOn < issuedOn ? [{ field: `plan.${index}.dueOn`, key, details }] : [],
  );
  if (issues.length > 0) throw new DomainError('invalid', key, { field: 'plan', ...details }, issues);
}

/** The unit hands in its answer: cause, what was mended at once, plan, proof. The draft goes. */
export const answerCorrectiveAction = command({
  action: 'corrective-action.answer',
  input: AnswerCorrectiveAction,
  turn: ({ actionId }) => actionId,
  load: ({ tx, input }) => loadAction(tx, input.actionId),
  run: async ({ tx, actor, input, facts, now }) => {
    const status = nextState(correctiveActionTransitions, facts.action.status, 'answer');
    const { actionId, ...content } = input;
    requireLaterPlan(content.plan, facts.action.issuedOn);
    await requireOwnEvidence(tx, actionId, content.evidenceIds);
    const answerId = uuidV7(now.getTime());
    await tx.insert(correctiveActionAnswer).values({
      id: answerId,
      actionId,
      unitId: facts.action.unitId,
      content,
      submittedBy: actor.accountId ?? '',
      submittedAt: now,
    });
    await tx.delete(correctiveActionDraft).where(eq(correctiveActionDraft.actionId, actionId));
    await tx.update(correctiveAction).set({ status }).where(eq(correctiveAction.id, actionId));
    return { answerId };
  },
});
