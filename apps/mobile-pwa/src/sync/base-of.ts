import { answerFields } from '@kycuong/domain/visit/answer-fields.ts';
import type { FieldAct } from './field-act.ts';
import { versionOf } from './version-of.ts';
import { historyOf, type KnownVisit } from './visit-memory.ts';

/**
 * The command whose value the person saw and now changes, one's own unsent ones included; null when there was none.
 * An answer is changed one part at a time, so the first part that is set decides.
 */
export function baseOf(act: FieldAct, known: KnownVisit): string | null {
  switch (act.action) {
    case 'answer.settle':
    case 'answer.set': {
      const part =
        act.action === 'answer.settle'
          ? act.payload.field
          : answerFields.find((name) => act.payload[name] !== undefined);
      const answer = known.view.answers.get(act.payload.itemCode);
      return (part && answer?.[part]?.command) ?? null;
    }
    case 'dossier.sample':
      return versionOf(known, act.payload.sampleId)?.id ?? null;
    case 'finding.amend':
      return versionOf(known, act.payload.findingId)?.id ?? null;
    // One takes the other back: whatever becomes of the one, the other is not judged before it.
    case 'visit.check-in':
    case 'visit.take-back-check-in':
      return (
        historyOf(known).findLast(
          ({ action }) => action === 'visit.check-in' || action === 'visit.take-back-check-in',
        )?.id ?? null
      );
    default:
      return null;
  }
}
