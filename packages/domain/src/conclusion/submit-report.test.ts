import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { allows, nextState } from '../state/transition.ts';
import { uuidV7 } from '../sync/uuid-v7.ts';
import { conclusionTransitions } from './conclusion-state.ts';
import { workingDaysAfterIssue } from './requirement-deadline.ts';
import { SubmitReport } from './submit-report.ts';

const findingId = uuidV7(2);
const report = {
  conclusionId: uuidV7(0),
  roundId: uuidV7(1),
  report: 'Đoàn đã kiểm tra 3 xã.',
  draft: { strengths: 'Chấp hành tốt giờ làm việc.' },
  requirements: [{ findingId, text: 'Niêm yết đủ 14 thủ tục còn thiếu.', due: workingDaysAfterIssue(10) }],
};

describe('SubmitReport', () => {
  it('takes a report with what is asked for each finding', () => {
    expect(z.parse(SubmitReport, report)).toEqual(report);
  });

  it('asks once for each finding, with a deadline of at least a day', () => {
    const twice = { ...report, requirements: [...report.requirements, ...report.requirements] };
    expect(z.safeParse(SubmitReport, twice).error?.issues[0]?.message).toBe('conclusion.finding-twice');
    const atOnce = { ...report, requirements: [{ findingId, text: 'x', due: workingDaysAfterIssue(0) }] };
    expect(z.safeParse(SubmitReport, atOnce).error?.issues[0]?.path).toEqual([
      'requirements',
      0,
      'due',
      'amount',
    ]);
  });

  it('comes before the issue of the conclusion', () => {
    expect(allows(conclusionTransitions, 'issued', 'issue')).toBe(false);
    expect(nextState(conclusionTransitions, 'submitted', 'issue')).toBe('issued');
  });
});
