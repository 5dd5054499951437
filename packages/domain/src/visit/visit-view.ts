import type { Conformity } from '../checklist/conformity.ts';
import type { SampleDossier } from '../dossier/sample-dossier.ts';
import type { AttachEvidence } from '../evidence/attach-evidence.ts';
import type { FindingContent } from '../finding/raise-finding.ts';
import { type FieldCommand, timeOf } from '../sync/field-command.ts';
import type { ServerTime } from '../sync/server-time.ts';
import { answerFields } from './answer-fields.ts';
import { type Arrival, nobodyYet, noteArrival } from './arrival.ts';
import { laterOf, type WrittenField } from './merge-field.ts';

export interface AnswerView {
  readonly conformity?: WrittenField<Conformity | null>;
  readonly count?: WrittenField<number | null>;
  readonly note?: WrittenField<string | null>;
}

export interface FindingView extends FindingContent {
  readonly findingId: string;
  readonly itemCode: string | null;
  readonly revision: number;
  readonly author: string;
  /** By the server's clock. */
  readonly raisedAt: string;
  readonly clock: Pick<ServerTime, 'deviceAt' | 'clockUnknown'>;
}

/** `takenAt` is by the server's clock here. */
export interface EvidenceView extends AttachEvidence {
  readonly author: string;
  readonly clock: Pick<ServerTime, 'deviceAt' | 'clockUnknown'>;
}

/** Who takes a section, by the leader's word. */
export type SectionView = WrittenField<string | null>;

/** What stands at a visit after a series of commands. Server and tablets compute it by this one function. */
export interface VisitView extends Arrival {
  readonly answers: Map<string, AnswerView>;
  readonly dossiers: Map<string, SampleDossier>;
  readonly findings: Map<string, FindingView>;
  readonly evidence: Map<string, EvidenceView>;
  /** By the section's code: the account of who takes it, null for nobody any more. */
  readonly sections: Map<string, SectionView>;
  /** The latest word on who goes on, and when it was given. */
  handedOver: {
    readonly from: string;
    readonly to: string;
    readonly note: string | null;
    readonly at: string;
  } | null;
  submitted: boolean;
  closed: boolean;
}

function setAnswer(view: VisitView, command: FieldCommand & { action: 'answer.set' }): void {
  const { id, author, clock, payload } = command;
  const answer: Record<string, WrittenField<unknown>> = { ...view.answers.get(payload.itemCode) };
  for (const field of answerFields) {
    const value = payload[field];
    if (value !== undefined)
      answer[field] = laterOf<unknown>(answer[field], { value, command: id, clock, author });
  }
  view.answers.set(payload.itemCode, answer);
}

function settleAnswer(view: VisitView, command: FieldCommand & { action: 'answer.settle' }): void {
  const { id, author, clock, payload } = command;
  const answer: Record<string, WrittenField<unknown>> = { ...view.answers.get(payload.itemCode) };
  const chosen = { value: payload.value ?? null, command: id, clock, author };
  answer[payload.field] = laterOf<unknown>(answer[payload.field], chosen);
  view.answers.set(payload.itemCode, answer);
}

function assignSections(view: VisitView, command: FieldCommand & { action: 'visit.assign-sections' }): void {
  const { id, author, clock, payload } = command;
  for (const { code, accountId } of payload.sections) {
    const assigned = { value: accountId, command: id, clock, author };
    view.sections.set(code, laterOf(view.sections.get(code), assigned));
  }
}

/** Takes one more command into the view, in place. A command that is in it already must not be given again. */
export function applyCommand(view: VisitView, command: FieldCommand): void {
  const { author } = command;
  noteArrival(view, command);
  switch (command.action) {
    case 'answer.set':
      setAnswer(view, command);
      return;
    case 'answer.settle':
      settleAnswer(view, command);
      return;
    case 'visit.assign-sections':
      assignSections(view, command);
      return;
    case 'dossier.sample':
      view.dossiers.set(command.payload.sampleId, command.payload);
      return;
    case 'finding.raise': {
      const { visitId: _, ...content } = command.payload;
      const itemCode = content.itemCode ?? null;
      const { at: raisedAt, ...clock } = timeOf(command);
      view.findings.set(content.findingId, {
        ...content,
        itemCode,
        revision: 1,
        author,
        raisedAt,
        clock,
      });
      return;
    }
    case 'finding.amend': {
      const { visitId: _, ...content } = command.payload;
      const before = view.findings.get(content.findingId);
      if (before)
        view.findings.set(content.findingId, { ...before, ...content, revision: before.revision + 1 });
      return;
    }
    case 'evidence.attach': {
      const { at: takenAt, ...clock } = timeOf(command, command.payload.takenAt);
      view.evidence.set(command.payload.evidenceId, { ...command.payload, author, takenAt, clock });
      return;
    }
    case 'visit.hand-over': {
      const { toAccountId: to, note = null } = command.payload;
      view.handedOver = { from: author, to, note, at: timeOf(command).at };
      return;
    }
    case 'visit.submit':
      view.submitted = true;
      return;
    case 'visit.close':
      view.closed = true;
      return;
    case 'visit.check-in':
    case 'visit.take-back-check-in':
    case 'command.hand-to-leader':
  }
}

/** The view of a whole history, in the order in which the commands were applied. */
export function viewOf(commands: Iterable<FieldCommand>): VisitView {
  const view: VisitView = {
    answers: new Map(),
    dossiers: new Map(),
    findings: new Map(),
    evidence: new Map(),
    sections: new Map(),
    ...nobodyYet(),
    handedOver: null,
    submitted: false,
    closed: false,
  };
  for (const command of commands) applyCommand(view, command);
  return view;
}
