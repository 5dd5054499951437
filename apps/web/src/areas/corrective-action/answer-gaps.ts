import { isPlainDate, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
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

type Row = WrittenAnswer['plan'][number];

function rowGaps({ task, person, dueOn }: Row, index: number, issuedOn: PlainDate): Gap[] {
  const isDay = isPlainDate(dueOn) && dueOn >= issuedOn;
  const gap = (name: string, key: MessageKey): Gap => ({
    part: 3,
    field: `plan.${index}.${name}`,
    key,
    row: index + 1,
  });
  return [
    ...(isBlank(task) ? [gap('task', 'corrective-action:gap-task')] : []),
    ...(isBlank(person) ? [gap('person', 'corrective-action:gap-person')] : []),
    ...(!isDay ? [gap('dueOn', 'corrective-action:gap-due')] : []),
  ];
}

/**
 * What is missing before the answer can be sent, in the order of the form: no work of the plan is due before the action was
 * `issuedOn`. `underWay`: files still travelling.
 */
export function answerGaps(
  answer: Omit<WrittenAnswer, 'actionId'>,
  issuedOn: PlainDate,
  underWay = 0,
): Gap[] {
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
      ? plan.flatMap((row, index) => rowGaps(row, index, issuedOn))
      : [{ part: 3, field: 'plan.0.task', key: 'corrective-action:gap-plan' } as const]),
    ...(proof ? [{ part: 4, field: 'evidenceIds', key: proof } as const] : []),
  ];
}

/** How many of the four parts are complete. */
export function partsWritten(answer: Omit<WrittenAnswer, 'actionId'>, issuedOn: PlainDate): number {
  return 4 - new Set(answerGaps(answer, issuedOn).map(({ part }) => part)).size;
}
