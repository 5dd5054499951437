import type { AnswerContent } from '@kycuong/domain/corrective-action/answer-content.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';

/** One thing that an answer lacks: the field that gives it, what it is called, and the row it is in. */
export interface AnswerGap {
  readonly field: string;
  readonly section: 'cause' | 'correction' | 'plan' | 'proof';
  readonly key: MessageKey;
  readonly row?: number;
}

const isEmpty = (text: string | null | undefined) => !text?.trim();

/** What must still be given before the answer can be sent, in the order of the form. */
export function answerGaps({ cause, correction, plan, evidenceIds }: AnswerContent): AnswerGap[] {
  const gaps: AnswerGap[] = [];
  if (isEmpty(cause)) gaps.push({ field: 'cause', section: 'cause', key: 'corrective-action:lacking-cause' });
  if (isEmpty(correction))
    gaps.push({ field: 'correction', section: 'correction', key: 'corrective-action:lacking-correction' });
  if (plan.length === 0) gaps.push({ field: 'plan', section: 'plan', key: 'corrective-action:lacking-plan' });
  for (const [index, { task, person, dueOn }] of plan.entries()) {
    const row = index + 1;
    const lacks = (name: 'task' | 'person' | 'dueOn', key: MessageKey) =>
      gaps.push({ field: `plan.${index}.${name}`, section: 'plan', key, row });
    if (isEmpty(task)) lacks('task', 'corrective-action:lacking-task');
    if (isEmpty(person)) lacks('person', 'corrective-action:lacking-person');
    if (isEmpty(dueOn)) lacks('dueOn', 'corrective-action:lacking-due');
  }
  if (evidenceIds.length === 0)
    gaps.push({ field: 'evidenceIds', section: 'proof', key: 'corrective-action:lacking-proof' });
  return gaps;
}
