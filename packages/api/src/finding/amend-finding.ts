import { finding, findingRevision } from '@kycuong/db/schema/finding.ts';
import { AmendFinding } from '@kycuong/domain/finding/amend-finding.ts';
import { and, eq } from 'drizzle-orm';
import { found } from '../query.ts';
import { fieldVerb } from '../sync/field-verb.ts';
import { requireLegalBases } from './require-legal-bases.ts';

/** A new revision of a finding; the finding shows it, and every earlier one stays. */
export const amendFinding = fieldVerb({
  action: 'finding.amend',
  input: AmendFinding,
  run: async ({ tx, input, facts, commandId }) => {
    const { findingId, visitId, ...content } = input;
    const { roundId, unitId, author, written } = facts.visit;
    const [row] = await tx
      .select({ revision: finding.revision })
      .from(finding)
      .where(and(eq(finding.id, findingId), eq(finding.visitId, visitId)));
    const revision = found(row).revision + 1;
    await requireLegalBases(tx, content.legalBasisIds);
    await tx
      .update(finding)
      .set({ ...content, revision })
      .where(eq(finding.id, findingId));
    await tx.insert(findingRevision).values({
      id: commandId,
      findingId,
      roundId,
      unitId,
      revision,
      ...content,
      writtenBy: author,
      writtenAt: written.at,
    });
    return { revision };
  },
});
