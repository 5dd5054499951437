import type { SampleDossier } from '../dossier/sample-dossier.ts';
import type { AttachEvidence } from '../evidence/attach-evidence.ts';
import type { AmendFinding } from '../finding/amend-finding.ts';
import type { RaiseFinding } from '../finding/raise-finding.ts';
import type { AssignSections } from '../visit/assign-sections.ts';
import type { CheckInVisit } from '../visit/check-in-visit.ts';
import type { CloseVisit } from '../visit/close-visit.ts';
import type { HandOverVisit } from '../visit/hand-over-visit.ts';
import type { SetAnswer } from '../visit/set-answer.ts';
import type { SettleAnswer } from '../visit/settle-answer.ts';
import type { SubmitVisit } from '../visit/submit-visit.ts';
import type { TakeBackCheckIn } from '../visit/take-back-check-in.ts';
import type { HandToLeader } from './hand-to-leader.ts';
import { type ServerTime, serverTime } from './server-time.ts';

/** Every command that a tablet may log, with its payload. */
export interface FieldPayloads {
  'visit.check-in': CheckInVisit;
  'visit.take-back-check-in': TakeBackCheckIn;
  'visit.assign-sections': AssignSections;
  'answer.set': SetAnswer;
  'answer.settle': SettleAnswer;
  'dossier.sample': SampleDossier;
  'finding.raise': RaiseFinding;
  'finding.amend': AmendFinding;
  'evidence.attach': AttachEvidence;
  'visit.hand-over': HandOverVisit;
  'visit.submit': SubmitVisit;
  'visit.close': CloseVisit;
  'command.hand-to-leader': HandToLeader;
}
export type FieldAction = keyof FieldPayloads;

/** Version of each payload's schema as this release writes it. */
export const fieldSchemaVersion = 2;

type Of<Action extends FieldAction> = Action extends FieldAction
  ? { readonly action: Action; readonly payload: FieldPayloads[Action] }
  : never;

/** A field command as it counts for the view of a visit, whether still on the tablet or applied by the server. */
export type FieldCommand = Of<FieldAction> & {
  readonly id: string;
  readonly author: string;
  readonly clock: string;
  readonly base: string | null;
  /** Applied commands that were seen through a base that was not applied; told by the server alone. */
  readonly through?: readonly string[] | null;
  readonly writtenAt: string;
  /** Server − device in ms, as the device knew it; undefined in what an earlier release kept. */
  readonly serverOffsetMs?: number | null;
  /** The device on which it was written; undefined in what an earlier release kept. */
  readonly device?: string;
  /** When the server took it, in what comes from the server. */
  readonly receivedAt?: string;
};

/** A moment that the command names by its device's clock, by the server's; at the console the two are one. */
export function timeOf(command: FieldCommand, own = command.writtenAt): ServerTime {
  const { serverOffsetMs, receivedAt, device, author } = command;
  return serverTime(own, { serverOffsetMs: device === author ? 0 : serverOffsetMs, receivedAt });
}
