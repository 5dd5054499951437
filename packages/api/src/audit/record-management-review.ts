import { managementReview } from '@kycuong/db/schema/audit.ts';
import { RecordManagementReview } from '@kycuong/domain/audit/record-management-review.ts';
import { command } from '../command.ts';
import { endDraft } from '../draft/find-draft.ts';
import { loadSystem, requireInLife } from '../quality/load-system.ts';

/** A management review as held; the status of the system follows from it. */
export const recordManagementReview = command({
  action: 'audit.record-management-review',
  input: RecordManagementReview,
  turn: ({ systemId }) => systemId,
  load: (work) => loadSystem(work, work.input.systemId),
  run: async ({ tx, input, facts: system, actor, now }) => {
    const { reviewId, systemId, heldOn, ...content } = input;
    requireInLife('heldOn', heldOn, now, system);
    await tx.insert(managementReview).values({
      id: reviewId,
      systemId,
      unitId: system.unitId,
      heldOn,
      content,
      recordedBy: actor.accountId ?? '',
      recordedAt: now,
    });
    await endDraft(tx, actor, { form: 'review', about: systemId });
  },
});
