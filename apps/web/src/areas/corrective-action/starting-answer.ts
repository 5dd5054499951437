import type { AnswerContent } from '@kycuong/domain/corrective-action/answer-content.ts';
import type { ActionDetails } from './action-details.ts';

interface AnswerValues {
  readonly cause: string;
  readonly correction: string;
  readonly plan: { task: string; person: string; dueOn: string }[];
  readonly evidenceIds: string[];
}

const nothing: AnswerContent = { cause: null, correction: null, plan: [], evidenceIds: [] };

/** What the form begins with: the draft, else the answer that came back, else one empty row. */
export function startingAnswer({ draft, answers }: ActionDetails): AnswerValues {
  const { cause, correction, plan, evidenceIds } = draft?.content ?? answers[0]?.content ?? nothing;
  const rows = plan.map(({ task, person, dueOn }) => ({
    task: task ?? '',
    person: person ?? '',
    dueOn: dueOn ?? '',
  }));
  return {
    cause: cause ?? '',
    correction: correction ?? '',
    plan: rows.length > 0 ? rows : [{ task: '', person: '', dueOn: '' }],
    evidenceIds: [...evidenceIds],
  };
}
