import { correctiveActionDraft } from '@kycuong/db/schema/corrective-action.ts';
import { correctiveActionTransitions } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { SaveAnswerDraft } from '@kycuong/domain/corrective-action/save-answer-draft.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { and, eq } from 'drizzle-orm';
import { stringify } from 'safe-stable-stringify';
import { command } from '../command.ts';
import { loadAction } from './load-action.ts';
import { requireOwnEvidence } from './require-own-evidence.ts';

/** More than anybody makes. */
const savesOfOneAnswer = 10_000;

/** Keeps the answer while it is being written, over the version that was gone on from and no other; only the unit sees it. */
export const saveAnswerDraft = command({
  action: 'corrective-action.save-draft',
  input: SaveAnswerDraft,
  turn: ({ actionId }) => actionId,
  load: ({ tx, input }) => loadAction(tx, input.actionId),
  run: async ({ tx, actor, input, facts, now }) => {
    nextState(correctiveActionTransitions, facts.action.status, 'save-draft');
    const { actionId, version, ...content } = input;
    await requireOwnEvidence(tx, actionId, content.evidenceIds);
    // After an answer the count goes on above what any window may still go on from: its draft is another one.
    const before = version === 0 ? facts.answers.length * savesOfOneAnswer : version;
    const draft = { content, version: before + 1, savedBy: actor.accountId ?? '', savedAt: now };
    const [kept] =
      version === 0
        ? await tx
            .insert(correctiveActionDraft)
            .values({ ...draft, actionId, unitId: facts.action.unitId })
            .onConflictDoNothing()
            .returning({ version: correctiveActionDraft.version })
        : await tx
            .update(correctiveActionDraft)
            .set(draft)
            .where(
              and(eq(correctiveActionDraft.actionId, actionId), eq(correctiveActionDraft.version, version)),
            )
            .returning({ version: correctiveActionDraft.version });
    if (kept !== undefined) return { version: kept.version, savedAt: now.toISOString() };
    const [newer] = await tx
      .select()
      .from(correctiveActionDraft)
      .where(eq(correctiveActionDraft.actionId, actionId));
    // Sent again, because its answer was lost.
    if (newer?.version === draft.version && stringify(newer.content) === stringify(content))
      return { version: newer.version, savedAt: newer.savedAt.toISOString() };
    throw new DomainError('conflict', 'draft.newer');
  },
  // Every pause in typing saves. The trail says that it was begun, the answer itself is kept when it is handed in.
  isPassing: ({ version }) => version > 0,
  trail: () => ({}),
});
