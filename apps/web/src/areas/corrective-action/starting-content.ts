import type { AnswerDraft } from '@kycuong/domain/corrective-action/save-answer-draft.ts';
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
  return writtenOf(actionId, draft?.content ?? answers[0]?.content ?? { plan: [], evidenceIds: [] });
}

/** What is kept of an answer, as a form holds it. */
export function writtenOf(actionId: string, content: AnswerDraft): WrittenAnswer {
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

/** What of it is kept while it is being written. */
export function draftOf({ cause, correction, plan, evidenceIds }: WrittenAnswer) {
  return { cause, correction, plan: [...plan], evidenceIds: [...evidenceIds] };
}
