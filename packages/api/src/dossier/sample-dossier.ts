import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { SampleDossier } from '@kycuong/domain/dossier/sample-dossier.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { fieldVerb } from '../sync/field-verb.ts';

/** Records the facts of a dossier that was looked at, or mends them; earlier ones stay in the visit's history. */
export const sampleDossier = fieldVerb({
  action: 'dossier.sample',
  input: SampleDossier,
  needs: ({ sampleId }) => ({ dossiers: [sampleId] }),
  decide: ({ desk, visit, input, author, written, commandId }): void => {
    const { sampleId: id, code } = input;
    const known = desk.dossiers.get(id);
    if (known !== undefined && known.visitId !== visit.id) throw new DomainError('conflict', 'record.exists');
    const latest = {
      code,
      facts: input,
      sampled_by: author,
      sampled_at: written.time.at,
      command_id: commandId,
    };
    if (known?.row !== undefined) {
      Object.assign(known.row, latest);
      return;
    }
    const place = { id, visit_id: visit.id, round_id: visit.roundId, unit_id: visit.unitId };
    const row = { ...place, ...latest };
    desk.rows.add(known === undefined ? 'insert' : 'update', dossierSample, row);
    desk.dossiers.set(id, { visitId: visit.id, row });
  },
});
