import { finding } from '@kycuong/db/schema/finding.ts';
import { AmendFinding } from '@kycuong/domain/finding/amend-finding.ts';
import { found } from '../query.ts';
import { fieldVerb } from '../sync/field-verb.ts';
import { requireLegalBases } from './require-legal-bases.ts';
import { addRevision, contentColumns } from './revise.ts';

/** A new revision of a finding; the finding shows it, and every earlier one stays. */
export const amendFinding = fieldVerb({
  action: 'finding.amend',
  input: AmendFinding,
  needs: ({ findingId, legalBasisIds }) => ({ findings: [findingId], legalBases: legalBasisIds }),
  decide: (work) => {
    const { desk, visit, input } = work;
    const { findingId, ...content } = input;
    const known = desk.findings.get(findingId);
    const standing = found(known?.visitId === visit.id ? known : undefined);
    requireLegalBases(desk, content.legalBasisIds);
    const revision = standing.revision + 1;
    if (standing.row === undefined) {
      standing.row = { id: findingId };
      desk.rows.add('update', finding, standing.row);
    }
    Object.assign(standing.row, contentColumns(content), { revision });
    standing.revision = revision;
    addRevision(work, { findingId, revision, content });
    return { revision };
  },
});
