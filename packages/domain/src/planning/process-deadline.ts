import * as z from 'zod/mini';
import { SourceMark } from '../calendar/source-mark.ts';
import { deadlineEvents, type RequirementDeadline } from '../conclusion/requirement-deadline.ts';
import { requiredLine } from '../input/bounded-text.ts';
import { wholeNumber } from '../input/whole-number.ts';
import { RoundField } from './round-kind.ts';

/**
 * Steps that have their time: the leader's report and the conclusion after the round's last day, the unit's answer, and
 * the judgement of it after it came in.
 */
export const processSteps = ['report', 'conclusion', 'answer', 'judgement'] as const;
export type ProcessStep = (typeof processSteps)[number];

/** The time that a step has, in rounds of one field or in all that have none of their own (`field` null). */
export const ProcessDeadline = z.object({
  step: z.enum(processSteps),
  field: z.nullable(RoundField),
  amount: wholeNumber(1, 260),
  unit: z.enum(['working-day', 'day', 'month']),
  /** From what an answer's time runs; the other steps have their own event. */
  event: z.enum(deadlineEvents),
  source: requiredLine(300),
  mark: SourceMark,
});
export type ProcessDeadline = z.infer<typeof ProcessDeadline>;

const practice = { unit: 'working-day', event: 'issue', source: 'Thông lệ của tỉnh', mark: 'P' } as const;

/** As shipped: law where a text says so, else practice, which a province writes over with its own and its document. */
export const builtInProcessDeadlines: readonly ProcessDeadline[] = [
  { ...practice, step: 'report', field: null, amount: 10 },
  { ...practice, step: 'conclusion', field: null, amount: 15 },
  {
    ...practice,
    step: 'conclusion',
    field: 'procedure-control',
    amount: 15,
    source: 'Thông tư 02/2017/TT-VPCP, Điều 46: chậm nhất 15 ngày làm việc sau khi kết thúc đợt kiểm tra',
    mark: 'V',
  },
  { ...practice, step: 'answer', field: null, amount: 10 },
  {
    ...practice,
    step: 'answer',
    field: 'administrative-reform',
    amount: 15,
    unit: 'day',
    source: 'Kế hoạch kiểm tra cải cách hành chính năm 2026 của một địa phương; tỉnh ghi văn bản của mình',
    mark: 'M',
  },
  {
    step: 'answer',
    field: 'quality-system',
    amount: 2,
    unit: 'month',
    event: 'minutes',
    source: 'Thông tư 26/2014/TT-BKHCN, Điều 37 khoản 2 điểm c: trong 02 tháng từ ngày ký biên bản',
    mark: 'V',
  },
  { ...practice, step: 'judgement', field: null, amount: 5 },
];

/** What holds for a step in a field: its own time, else that of all fields. `own` are those that the province wrote. */
export function processDeadline(
  step: ProcessStep,
  field: RoundField | null,
  own: readonly ProcessDeadline[] = [],
): ProcessDeadline {
  const of = (wanted: RoundField | null) => {
    const fits = (row: ProcessDeadline) => row.step === step && row.field === wanted;
    return own.find(fits) ?? builtInProcessDeadlines.find(fits);
  };
  const found = of(field) ?? of(null);
  if (found === undefined) throw new Error(`no time for ${step}`);
  return found;
}

/** What a requirement of a field starts with, before the leader says otherwise. */
export function usualAnswerDue(field: RoundField, own: readonly ProcessDeadline[]): RequirementDeadline {
  const { unit, amount, event } = processDeadline('answer', field, own);
  return { unit, amount, event, on: null, minutesOn: null };
}

/** The time in which an answer is judged: one for all fields. */
export function judgementDeadline(own: readonly ProcessDeadline[]): ProcessDeadline {
  return processDeadline('judgement', null, own);
}
