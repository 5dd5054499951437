import { correctiveActionDraft } from '@kycuong/db/schema/corrective-action.ts';
import { correctiveActionTransitions } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { SaveAnswerDraft } from '@kycuong/domain/corrective-action/save-answer-draft.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { command } from '../command.ts';
import { loadAction } from './load-action.ts';
import { requireOwnEvidence } from './require-own-evidence.ts';

/** Keeps the answer while it is being written; only the unit sees it. */
export const saveAnswerDraft = command({
  action: 'corrective-action.save-draft',
  input: SaveAnswerDraft,
  load: ({ tx, input }) => loadAction(tx, input.actionId),
  run: async ({ tx, actor, input, facts, now }) => {
    nextState(correctiveActionTransitions, facts.action.status, 'save-draft');
    const { actionId, ...content } = input;
    await requireOwnEvidence(tx, actionId, content.evidenceIds);
    const draft = { content, savedBy: actor.accountId ?? '', savedAt: now };
    await tx
      .insert(correctiveActionDraft)
      .values({ ...draft, actionId, unitId: facts.action.unitId })
      .onConflictDoUpdate({ target: correctiveActionDraft.actionId, set: draft });
    return { savedAt: now.toISOString() };
  },
  // Every pause in typing saves: the trail says that it happened, the answer itself is kept when it is handed in.
  trail: () => ({}),
});
