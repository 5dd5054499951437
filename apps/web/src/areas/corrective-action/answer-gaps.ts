import { isBlank } from '@kycuong/domain/input/storable-text.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import type { WrittenAnswer } from './starting-content.ts';

export interface Gap {
  readonly part: 1 | 2 | 3 | 4;
  /** Name of the field that it is about. */
  readonly field: string;
  readonly key: MessageKey;
  /** Row of the plan, from 1. */
  readonly row?: number;
}

function rowGaps({ task, person, dueOn }: WrittenAnswer['plan'][number], index: number): Gap[] {
  const gap = (name: string, key: MessageKey): Gap => ({
    part: 3,
    field: `plan.${index}.${name}`,
    key,
    row: index + 1,
  });
  return [
    ...(isBlank(task) ? [gap('task', 'corrective-action:gap-task')] : []),
    ...(isBlank(person) ? [gap('person', 'corrective-action:gap-person')] : []),
    ...(dueOn === '' ? [gap('dueOn', 'corrective-action:gap-due')] : []),
  ];
}

/** What is missing before the answer can be sent, in the order of the form. `underWay`: files still travelling. */
export function answerGaps(answer: Omit<WrittenAnswer, 'actionId'>, underWay = 0): Gap[] {
  const { cause, correction, plan, evidenceIds } = answer;
  const begun = plan.some(({ task, person, dueOn }) => !isBlank(task) || !isBlank(person) || dueOn !== '');
  const proof: MessageKey | undefined =
    underWay > 0
      ? 'corrective-action:gap-proof-sending'
      : evidenceIds.length === 0
        ? 'corrective-action:gap-proof'
        : undefined;
  return [
    ...(isBlank(cause) ? [{ part: 1, field: 'cause', key: 'corrective-action:gap-cause' } as const] : []),
    ...(isBlank(correction)
      ? [{ part: 2, field: 'correction', key: 'corrective-action:gap-correction' } as const]
      : []),
    ...(begun
      ? plan.flatMap(rowGaps)
      : [{ part: 3, field: 'plan.0.task', key: 'corrective-action:gap-plan' } as const]),
    ...(proof ? [{ part: 4, field: 'evidenceIds', key: proof } as const] : []),
  ];
}

/** How many of the four parts are complete. */
export function partsWritten(answer: Omit<WrittenAnswer, 'actionId'>): number {
  return 4 - new Set(answerGaps(answer).map(({ part }) => part)).size;
}
