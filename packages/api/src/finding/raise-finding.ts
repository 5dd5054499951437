import { finding, findingRevision } from '@kycuong/db/schema/finding.ts';
import { RaiseFinding } from '@kycuong/domain/finding/raise-finding.ts';
import { fieldVerb } from '../sync/field-verb.ts';
import { requireItem } from '../visit/require-item.ts';
import { requireLegalBases } from './require-legal-bases.ts';

/** A finding of a visit, as its first revision. Photos may come before or after it. */
export const raiseFinding = fieldVerb({
  action: 'finding.raise',
  input: RaiseFinding,
  run: async ({ tx, input, facts, commandId, now }) => {
    const { findingId: id, visitId, itemCode = null, ...content } = input;
    const { roundId, unitId, author, written } = facts.visit;
    if (itemCode !== null) await requireItem(tx, facts.visit, itemCode);
    await requireLegalBases(tx, content.legalBasisIds);
    await tx.insert(finding).values({
      id,
      visitId,
      roundId,
      unitId,
      itemCode,
      ...content,
      revision: 1,
      raisedBy: author,
      raisedAt: written.at,
      recordedAt: now,
    });
    await tx.insert(findingRevision).values({
      id: commandId,
      findingId: id,
      roundId,
      unitId,
      revision: 1,
      ...content,
      writtenBy: author,
      writtenAt: written.at,
    });
  },
});
