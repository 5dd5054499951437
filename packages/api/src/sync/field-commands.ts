import { type FieldAction, fieldSchemaVersion } from '@kycuong/domain/sync/field-command.ts';
import { sampleDossier } from '../dossier/sample-dossier.ts';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { amendFinding } from '../finding/amend-finding.ts';
import { raiseFinding } from '../finding/raise-finding.ts';
import { assignSections } from '../visit/assign-sections.ts';
import { checkIn } from '../visit/check-in.ts';
import { closeVisit } from '../visit/close.ts';
import { handOverVisit } from '../visit/hand-over.ts';
import { setAnswer } from '../visit/set-answer.ts';
import { settleAnswer } from '../visit/settle-answer.ts';
import { submitVisit } from '../visit/submit.ts';
import { takeBackCheckIn } from '../visit/take-back-check-in.ts';
import type { AnyFieldVerb } from './field-verb.ts';
import { handToLeader } from './hand-to-leader.ts';

/** Every command that a tablet may send. */
const commands: Readonly<Record<FieldAction, AnyFieldVerb>> = {
  'visit.check-in': checkIn,
  'visit.take-back-check-in': takeBackCheckIn,
  'visit.assign-sections': assignSections,
  'answer.set': setAnswer,
  'answer.settle': settleAnswer,
  'dossier.sample': sampleDossier,
  'finding.raise': raiseFinding,
  'finding.amend': amendFinding,
  'evidence.attach': attachEvidence,
  'visit.hand-over': handOverVisit,
  'visit.submit': submitVisit,
  'visit.close': closeVisit,
  'command.hand-to-leader': handToLeader,
};

const byAction: ReadonlyMap<string, AnyFieldVerb> = new Map(Object.entries(commands));

export function findFieldVerb(action: string): AnyFieldVerb | undefined {
  return byAction.get(action);
}

/** Released versions of the payloads' schemas; once released, a version is taken for ever. */
export function takesSchemaVersion(version: number): boolean {
  return version >= 1 && version <= fieldSchemaVersion;
}
