import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { historyOf, type KnownVisit } from './visit-memory.ts';

/** The command that said last what a dossier or finding is; undefined where none did. */
export function versionOf(known: KnownVisit, id: string): FieldCommand | undefined {
  return historyOf(known).findLast((past) =>
    past.action === 'dossier.sample'
      ? past.payload.sampleId === id
      : (past.action === 'finding.raise' || past.action === 'finding.amend') && past.payload.findingId === id,
  );
}
