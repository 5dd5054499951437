import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { answerFields } from '@kycuong/domain/visit/answer-fields.ts';
import type { FieldAct } from './field-act.ts';

/** What an act says something about: a later act on the same subject mends an earlier one that was refused. */
export function subjectOf(act: FieldAct | FieldCommand): string {
  switch (act.action) {
    case 'answer.set': {
      const { itemCode } = act.payload;
      return `answer ${itemCode} ${answerFields.filter((part) => act.payload[part] !== undefined).join()}`;
    }
    case 'answer.settle':
      return `answer ${act.payload.itemCode} ${act.payload.field}`;
    case 'visit.check-in':
    case 'visit.take-back-check-in':
      return 'check-in';
    case 'visit.assign-sections':
      return `sections ${act.payload.sections.map(({ code }) => code).join()}`;
    case 'dossier.sample':
      return `dossier ${act.payload.sampleId}`;
    case 'finding.raise':
    case 'finding.amend':
      return `finding ${act.payload.findingId}`;
    case 'evidence.attach':
      return `evidence ${act.payload.target.kind} ${act.payload.target.id} ${act.payload.sha256}`;
    case 'command.hand-to-leader':
      return `refused ${act.payload.refusedId}`;
    default:
      return act.action;
  }
}
