import type { Checklist, ChecklistItem, ChecklistSection } from '@kycuong/domain/checklist/checklist.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type VisitDetails = inferOutput<typeof trpc.visit.get>;
export type VisitAnswer = VisitDetails['answers'][number];
export type VisitConflict = VisitDetails['conflicts'][number];
export type KeptCommand = inferOutput<typeof trpc.sync.quarantined>[number];
export type VisitDossier = VisitDetails['dossiers'][number];

/** One line of the checklist with what was answered. */
export interface AnsweredItem {
  readonly section: ChecklistSection;
  readonly item: ChecklistItem;
  readonly answer: VisitAnswer | undefined;
}

export const answerFilters = ['all', 'faults', 'unanswered'] as const;
export type AnswerFilter = (typeof answerFilters)[number];

/** The whole checklist in its order, answered or not. */
export function answeredItems(
  { sections }: Pick<Checklist, 'sections'>,
  answers: readonly VisitAnswer[],
): AnsweredItem[] {
  const byCode = new Map(answers.map((answer) => [answer.itemCode, answer]));
  return sections.flatMap((section) =>
    section.items.map((item) => ({ section, item, answer: byCode.get(item.code) })),
  );
}

/** Whether a line belongs to what is looked for: all, what does not (wholly) conform, what nobody answered. */
export function fits({ answer }: Pick<AnsweredItem, 'answer'>, filter: AnswerFilter): boolean {
  const conformity = answer?.conformity ?? null;
  if (filter === 'unanswered') return conformity === null;
  if (filter === 'faults') return conformity === 'nonconform' || conformity === 'partial';
  return true;
}

/** Dossiers given back, or still in hand, after their due date. */
export function isLate({ check }: Pick<VisitDossier, 'check'>): boolean {
  return check.lateness.workingDaysLate > 0;
}

/** Who of the team takes the section by the leader's word. */
export function takerName(
  { sectionTakers, team }: Pick<VisitDetails, 'sectionTakers' | 'team'>,
  sectionCode: string,
): string | undefined {
  const taker = sectionTakers.find(({ code }) => code === sectionCode)?.accountId;
  return team.find(({ accountId }) => accountId === taker)?.fullName;
}
