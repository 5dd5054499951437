import { createHash } from 'node:crypto';
import { conformities } from '@kycuong/domain/checklist/conformity.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { answerFields } from '@kycuong/domain/visit/answer-fields.ts';
import type { AnswerField } from '@kycuong/domain/visit/open-conflicts.ts';
import { settlementOf } from '@kycuong/domain/visit/settlement-of.ts';
import { testBasis, testChecklist } from './field-house.ts';
import type { StepOf } from './field-step.ts';
import type { Act, SimulatedTablet } from './simulated-tablet.ts';

const itemOf = (n: number) => (n % 2 === 0 ? 'M01' : 'D01');
const pick = <One>(from: Iterable<One>, n: number): One | undefined => {
  const all = [...from];
  return all[n % Math.max(1, all.length)];
};

interface Moment {
  readonly visitId: string;
  readonly now: Date;
  /** Accounts of the team, to name colleagues. */
  readonly team: readonly string[];
}

/** A photo that no other history has. */
function newPhoto(): string {
  return `\u00ff\u00d8\u00ff\u00e0${uuidV7()}`;
}
export const photoBytes = (text: string) => Buffer.from(text, 'latin1');

interface Place {
  readonly visitId: string;
  readonly itemCode: string;
  readonly field: AnswerField;
}

/** One part of an answer with one of four values. */
export function answerOn({ visitId, itemCode, field }: Place, value: number): Act {
  const set = { visitId, itemCode };
  if (field === 'conformity')
    return { action: 'answer.set', payload: { ...set, conformity: conformities[value] ?? null } };
  if (field === 'count') return { action: 'answer.set', payload: { ...set, count: value } };
  return { action: 'answer.set', payload: { ...set, note: value === 0 ? null : `Ghi ${value}` } };
}

function answer(visitId: string, { n, value }: StepOf<'write'>): Act {
  const field = answerFields[n % 3] ?? 'note';
  return answerOn({ visitId, itemCode: n === 11 ? 'Q99' : itemOf(n), field }, value);
}

/** Also where the person is not the leader: then the server refuses it. */
function settle(tablet: SimulatedTablet, visitId: string, { n }: StepOf<'write'>): Act | undefined {
  const conflict = pick(tablet.conflicts(visitId), n);
  const chosen = conflict && pick(conflict.heads, n);
  if (conflict === undefined || chosen === undefined) return undefined;
  return { action: 'answer.settle', payload: settlementOf(visitId, conflict, chosen.value) };
}

function findingContent(n: number) {
  return {
    title: `Phát hiện ${n}`,
    description: 'Theo mẫu.',
    severity: 'reminder' as const,
    legalBasisIds: n === 11 ? ['khong-co'] : [testBasis],
  };
}

/** What the person does, from what the tablet shows; an answer where there is nothing to do it to. */
function actOf(tablet: SimulatedTablet, { visitId, now, team }: Moment, step: StepOf<'write'>): Act {
  const { act, n, value } = step;
  const view = tablet.view(visitId);
  switch (act) {
    case 'dossier': {
      const known = n % 2 === 0 ? pick(view.dossiers.keys(), n) : undefined;
      const facts = { visitId, code: `HS-${n}`, procedure: 'Đất đai', receivedOn: '2026-11-02' };
      const dates = { completeOn: '2026-11-02', dueOn: '2026-11-16', stopped: [] };
      const signs = { apologyIssued: n > 6, extraPapersAsked: false };
      return {
        action: 'dossier.sample',
        payload: { sampleId: known ?? uuidV7(), ...facts, ...dates, ...signs },
      };
    }
    case 'amend': {
      const findingId = pick(view.findings.keys(), n);
      const content = { visitId, ...findingContent(n) };
      return findingId === undefined
        ? { action: 'finding.raise', payload: { findingId: uuidV7(), ...content } }
        : { action: 'finding.amend', payload: { findingId, ...content } };
    }
    case 'raise':
      return {
        action: 'finding.raise',
        payload: { findingId: uuidV7(), visitId, itemCode: itemOf(n), ...findingContent(n) },
      };
    case 'check-in':
      return { action: 'visit.check-in', payload: { visitId, arrivedAt: now.toISOString() } };
    case 'take-back':
      return { action: 'visit.take-back-check-in', payload: { visitId } };
    case 'settle':
      return settle(tablet, visitId, step) ?? answer(visitId, step);
    case 'sections': {
      const { code } = pick(testChecklist.sections, n) ?? { code: 'M' };
      const accountId = value === 0 ? null : (pick(team, value) ?? null);
      return { action: 'visit.assign-sections', payload: { visitId, sections: [{ code, accountId }] } };
    }
    case 'hand-over':
      return { action: 'visit.hand-over', payload: { visitId, toAccountId: pick(team, n) ?? '' } };
    case 'hand-to-leader': {
      const refused = tablet.log.filter(
        ({ id, visitId: of }) => of === visitId && tablet.statusOf(id) === 'refused',
      );
      const given = pick(refused, n);
      return given === undefined
        ? answer(visitId, step)
        : { action: 'command.hand-to-leader', payload: { visitId, refusedId: given.id } };
    }
    case 'submit':
    case 'close':
      return { action: `visit.${act}`, payload: { visitId } };
    default:
      return answer(visitId, step);
  }
}

function photoAct(tablet: SimulatedTablet, { visitId, now }: Moment, { n }: StepOf<'write'>, photo: Buffer) {
  const findingId = pick(tablet.view(visitId).findings.keys(), n);
  const target =
    findingId === undefined
      ? { kind: 'item' as const, id: itemOf(n) }
      : { kind: 'finding' as const, id: findingId };
  const file = { mediaType: 'image/jpeg' as const, name: 'anh.jpg', size: photo.length };
  const sha256 = createHash('sha256').update(photo).digest('hex');
  return {
    action: 'evidence.attach' as const,
    payload: { evidenceId: uuidV7(), visitId, target, ...file, sha256, takenAt: now.toISOString() },
  };
}

export function writeOn(tablet: SimulatedTablet, place: Moment, step: StepOf<'write'>): void {
  const { visitId, now } = place;
  if (step.act !== 'photo') {
    tablet.write(actOf(tablet, place, step), visitId, now);
    return;
  }
  // The same photo again, now and then.
  const photo = (step.value === 3 ? pick(tablet.uploads, step.n)?.bytes : undefined) ?? newPhoto();
  tablet.attach(photoAct(tablet, place, step, photoBytes(photo)), visitId, now, photo);
}
