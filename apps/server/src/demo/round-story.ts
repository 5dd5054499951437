import { getChecklist } from '@kycuong/api/checklist/get-checklist.ts';
import { listChecklists } from '@kycuong/api/checklist/list-checklists.ts';
import { sampleDossier } from '@kycuong/api/dossier/sample-dossier.ts';
import { raiseFinding } from '@kycuong/api/finding/raise-finding.ts';
import { createRound } from '@kycuong/api/planning/create-round.ts';
import { getRound } from '@kycuong/api/planning/get-round.ts';
import { issueRound } from '@kycuong/api/planning/issue-round.ts';
import { checkIn } from '@kycuong/api/visit/check-in.ts';
import { closeVisit } from '@kycuong/api/visit/close.ts';
import { getVisit } from '@kycuong/api/visit/get-visit.ts';
import { setAnswer } from '@kycuong/api/visit/set-answer.ts';
import { submitVisit } from '@kycuong/api/visit/submit.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { basesOn } from '@kycuong/domain/checklist/bases-on.ts';
import { builtInLegalBases } from '@kycuong/domain/checklist/built-in/legal-bases/legal-bases.ts';
import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import type { SampleDossier } from '@kycuong/domain/dossier/sample-dossier.ts';
import type { CreateRound } from '@kycuong/domain/planning/create-round.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { SeenFault } from './inspection-facts.ts';
import { attachPicture } from './pictures.ts';
import type { Teller } from './teller.ts';

export type RoundPlan = Pick<
  CreateRound,
  'name' | 'form' | 'field' | 'decisionNo' | 'decisionDate' | 'period' | 'startsOn' | 'endsOn' | 'units'
>;

/** The moment at an hour of a day in Vietnam. */
export function at(day: PlainDate, hour: number, minute = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + (hour * 60 + minute) * 60_000);
}

/** The combined checklist: the version that every round of the story is pinned to. */
export async function storyChecklist({
  look,
}: Teller): Promise<{ versionId: string; items: ChecklistItem[] }> {
  const versions = await look('vanphong', listChecklists, {});
  const versionId = versions.find(({ code }) => code === 'discipline-one-stop')?.versionId ?? '';
  const { content } = await look('vanphong', getChecklist, { versionId });
  return { versionId, items: itemsOf(content) };
}

/** Sets up a round with the story's team; returns its id. */
export async function planRound(
  teller: Teller,
  plan: RoundPlan,
  { leadUnitId, checklistVersionId }: { leadUnitId: string; checklistVersionId: string },
): Promise<string> {
  const roundId = uuidV7();
  await teller.tell('vanphong', createRound, {
    ...plan,
    roundId,
    decidedBy: 'Giám đốc Sở Nội vụ',
    leadUnitId,
    checklistVersionId,
    members: [
      { accountId: teller.accountId('truongdoan'), role: 'leader' },
      { accountId: teller.accountId('kiemtra2'), role: 'secretary' },
      { accountId: teller.accountId('kiemtra1'), role: 'member' },
    ],
  });
  return roundId;
}

/** Issues a round; returns the visit of each unit. */
export async function sendOut(teller: Teller, roundId: string): Promise<Map<string, string>> {
  const { visits, version: seen } = await teller.look('vanphong', getRound, { roundId });
  await teller.tell('vanphong', issueRound, { roundId, seen });
  return new Map(visits.flatMap(({ unit, visitId }) => (unit ? [[unit.id, visitId] as const] : [])));
}

export interface FieldDay {
  readonly visitId: string;
  readonly day: PlainDate;
  readonly items: readonly ChecklistItem[];
  readonly faults: readonly SeenFault[];
  readonly dossiers?: readonly Omit<SampleDossier, 'sampleId' | 'visitId'>[];
  /** How many items were answered when the story leaves the visit; all when left out. */
  readonly answered?: number;
}

/** A day on site: arrival at eight, answers through the morning, findings on the lines that failed. */
export async function inspect(
  teller: Teller,
  { visitId, day, items, faults, dossiers = [], answered = items.length }: FieldDay,
): Promise<Map<SeenFault, string>> {
  const { tell, setNow } = teller;
  setNow(at(day, 8));
  await tell('kiemtra1', checkIn, { visitId, arrivedAt: at(day, 8).toISOString() });
  const findings = new Map<SeenFault, string>();
  for (const [index, item] of items.slice(0, answered).entries()) {
    setNow(at(day, 8, 10 + index * 3));
    const fault = faults.find(({ itemCode }) => itemCode === item.code);
    const author = index % 2 === 0 ? 'kiemtra1' : 'kiemtra2';
    await tell(author, setAnswer, {
      visitId,
      itemCode: item.code,
      conformity: fault?.conformity ?? 'conform',
      ...(fault?.count === undefined ? {} : { count: fault.count }),
      ...(fault === undefined ? {} : { note: fault.note }),
    });
    if (fault === undefined) continue;
    const findingId = uuidV7();
    const { itemCode, title, description, severity } = fault;
    const legalBasisIds = basesOn(item.legalBasisIds, builtInLegalBases, day).map(({ id }) => id);
    await tell(author, raiseFinding, {
      findingId,
      visitId,
      itemCode,
      title,
      description,
      severity,
      legalBasisIds,
    });
    findings.set(fault, findingId);
    if (fault.photo)
      await attachPicture(teller, author, {
        evidenceId: uuidV7(),
        visitId,
        target: { kind: 'finding', id: findingId },
        name: `${itemCode.toLowerCase()}.jpg`,
        drawing: fault.photo,
      });
  }
  setNow(at(day, 11, 15));
  for (const facts of dossiers)
    await tell('kiemtra2', sampleDossier, { ...facts, sampleId: uuidV7(), visitId });
  return findings;
}

/** Hands the visit in at the end of the day and lets the leader close it the next morning. */
export async function handIn({ tell, setNow }: Teller, visitId: string, day: PlainDate): Promise<void> {
  setNow(at(day, 16, 30));
  await tell('kiemtra1', submitVisit, { visitId });
}

export async function settle(teller: Teller, visitId: string, day: PlainDate): Promise<void> {
  teller.setNow(at(day, 9));
  const { version: seen } = await teller.look('truongdoan', getVisit, { visitId });
  await teller.tell('truongdoan', closeVisit, { visitId, seen });
}
