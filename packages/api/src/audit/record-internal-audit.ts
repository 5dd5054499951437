import { internalAudit } from '@kycuong/db/schema/audit.ts';
import { RecordInternalAudit } from '@kycuong/domain/audit/record-internal-audit.ts';
import { command } from '../command.ts';
import { endDraft } from '../draft/find-draft.ts';
import { loadSystem, requireInLife } from '../quality/load-system.ts';

/** An internal audit as held; the status of the system follows from it. */
export const recordInternalAudit = command({
  action: 'audit.record-internal-audit',
  input: RecordInternalAudit,
  turn: ({ systemId }) => systemId,
  load: (work) => loadSystem(work, work.input.systemId),
  run: async ({ tx, input, facts: system, actor, now }) => {
    const { auditId, systemId, auditedOn, ...content } = input;
    requireInLife('auditedOn', auditedOn, now, system);
    await tx.insert(internalAudit).values({
      id: auditId,
      systemId,
      unitId: system.unitId,
      auditedOn,
      content,
      recordedBy: actor.accountId ?? '',
      recordedAt: now,
    });
    await endDraft(tx, actor, { form: 'audit', about: systemId });
  },
});
