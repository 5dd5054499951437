import { isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { AnswerContent } from '@kycuong/domain/corrective-action/answer-content.ts';
import type { ShownAction } from './action-query.ts';

export interface WrittenAnswer {
  readonly actionId: string;
  readonly cause: string;
  readonly correction: string;
  readonly plan: readonly { readonly task: string; readonly person: string; readonly dueOn: string }[];
  readonly evidenceIds: readonly string[];
}

const blank = { task: '', person: '', dueOn: '' };

/** Where the unit goes on writing: its draft, else the answer that came back, else an empty one with one row. */
export function startingContent({
  actionId,
  draft,
  answers,
}: Pick<ShownAction, 'actionId' | 'draft' | 'answers'>): WrittenAnswer {
  const content: AnswerContent = draft?.content ?? answers[0]?.content ?? { plan: [], evidenceIds: [] };
  const plan = content.plan.map(({ task, person, dueOn }) => ({
    task: task ?? '',
    person: person ?? '',
    dueOn: dueOn ?? '',
  }));
  return {
    actionId,
    cause: content.cause ?? '',
    correction: content.correction ?? '',
    plan: plan.length > 0 ? plan : [blank],
    evidenceIds: content.evidenceIds,
  };
}

/** What is written as it can be kept: rows without any word are left out, a date half typed is none. */
export function draftOf({ actionId, cause, correction, plan, evidenceIds }: WrittenAnswer) {
  return {
    actionId,
    cause,
    correction,
    plan: plan
      .filter(({ task, person, dueOn }) => task || person || dueOn)
      .map(({ task, person, dueOn }) => ({ task, person, dueOn: isPlainDate(dueOn) ? dueOn : null })),
    evidenceIds: [...evidenceIds],
  };
}
