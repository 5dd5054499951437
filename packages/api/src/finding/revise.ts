import { findingRevision } from '@kycuong/db/schema/finding.ts';
import type { FindingContent } from '@kycuong/domain/finding/raise-finding.ts';
import type { FieldWork } from '../sync/field-verb.ts';

/** The columns that every revision of a finding says anew. */
export function contentColumns({ title, description, severity, legalBasisIds }: FindingContent) {
  return { title, description, severity, legal_basis_ids: legalBasisIds };
}

/** Adds one version of a finding, as the command wrote it. */
export function addRevision(
  { desk, visit, commandId, author, written }: FieldWork<unknown>,
  { findingId, revision, content }: { findingId: string; revision: number; content: FindingContent },
): void {
  desk.rows.add('insert', findingRevision, {
    id: commandId,
    finding_id: findingId,
    round_id: visit.roundId,
    unit_id: visit.unitId,
    revision,
    ...contentColumns(content),
    written_by: author,
    written_at: written.time.at,
  });
}
