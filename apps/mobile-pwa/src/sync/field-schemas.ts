import { SampleDossier } from '@kycuong/domain/dossier/sample-dossier.ts';
import { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { AmendFinding } from '@kycuong/domain/finding/amend-finding.ts';
import { RaiseFinding } from '@kycuong/domain/finding/raise-finding.ts';
import type { FieldAction } from '@kycuong/domain/sync/field-command.ts';
import { HandToLeader } from '@kycuong/domain/sync/hand-to-leader.ts';
import { AssignSections } from '@kycuong/domain/visit/assign-sections.ts';
import { CheckInVisit } from '@kycuong/domain/visit/check-in-visit.ts';
import { CloseVisit } from '@kycuong/domain/visit/close-visit.ts';
import { HandOverVisit } from '@kycuong/domain/visit/hand-over-visit.ts';
import { SetAnswer } from '@kycuong/domain/visit/set-answer.ts';
import { SettleAnswer } from '@kycuong/domain/visit/settle-answer.ts';
import { SubmitVisit } from '@kycuong/domain/visit/submit-visit.ts';
import { TakeBackCheckIn } from '@kycuong/domain/visit/take-back-check-in.ts';

/** The schema of each payload, the same that the server checks by. */
export const fieldSchemas = {
  'visit.check-in': CheckInVisit,
  'visit.take-back-check-in': TakeBackCheckIn,
  'visit.assign-sections': AssignSections,
  'answer.set': SetAnswer,
  'answer.settle': SettleAnswer,
  'dossier.sample': SampleDossier,
  'finding.raise': RaiseFinding,
  'finding.amend': AmendFinding,
  'evidence.attach': AttachEvidence,
  'visit.hand-over': HandOverVisit,
  'visit.submit': SubmitVisit,
  'visit.close': CloseVisit,
  'command.hand-to-leader': HandToLeader,
} as const satisfies Record<FieldAction, unknown>;
