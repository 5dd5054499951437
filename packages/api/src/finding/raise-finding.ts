import { finding } from '@kycuong/db/schema/finding.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { RaiseFinding } from '@kycuong/domain/finding/raise-finding.ts';
import { fieldVerb } from '../sync/field-verb.ts';
import { requireItem } from '../visit/require-item.ts';
import { requireLegalBases } from './require-legal-bases.ts';
import { addRevision, contentColumns } from './revise.ts';

/** A finding of a visit, as its first revision. Photos may come before or after it. */
export const raiseFinding = fieldVerb({
  action: 'finding.raise',
  input: RaiseFinding,
  needs: ({ findingId, legalBasisIds }) => ({ findings: [findingId], legalBases: legalBasisIds }),
  decide: (work): void => {
    const { desk, visit, input, author, written, now } = work;
    const { findingId, itemCode = null, ...content } = input;
    if (itemCode !== null) requireItem(desk, visit, itemCode);
    requireLegalBases(desk, content.legalBasisIds);
    if (desk.findings.has(findingId)) throw new DomainError('conflict', 'record.exists');
    const row = {
      id: findingId,
      visit_id: visit.id,
      round_id: visit.roundId,
      unit_id: visit.unitId,
      item_code: itemCode,
      ...contentColumns(content),
      revision: 1,
      raised_by: author,
      raised_at: written.time.at,
      device_at: written.time.deviceAt,
      clock_unknown: written.time.clockUnknown,
      recorded_at: now,
    };
    desk.rows.add('insert', finding, row);
    desk.findings.set(findingId, { visitId: visit.id, revision: 1, row });
    addRevision(work, { findingId, revision: 1, content });
  },
});
