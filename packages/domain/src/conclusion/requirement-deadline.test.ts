import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { KeptConclusionContent } from './conclusion-content.ts';
import { deadlineInWords } from './deadline-in-words.ts';
import { RequirementDeadline, workingDaysAfterIssue } from './requirement-deadline.ts';

const ten = workingDaysAfterIssue(10);
const lacking = (due: object) =>
  z.safeParse(RequirementDeadline, due).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

describe('RequirementDeadline', () => {
  it('needs a length, or the day itself, and the day of the minutes where it runs from them', () => {
    expect(lacking(ten)).toEqual([]);
    expect(lacking({ ...ten, amount: null })).toEqual([['amount', 'input.required']]);
    expect(lacking({ ...ten, unit: 'date' })).toEqual([['on', 'input.required']]);
    expect(lacking({ ...ten, event: 'minutes' })).toEqual([['minutesOn', 'input.required']]);
    expect(lacking({ unit: 'date', on: '2026-12-19', event: 'minutes' })).toEqual([]);
    expect(lacking({ ...ten, amount: 0 })).toHaveLength(1);
  });

  it.each([
    [{ ...ten, amount: 5 }, '05 ngày làm việc'],
    [{ ...ten, unit: 'day' }, '10 ngày'],
    [{ ...ten, amount: 2, unit: 'month', event: 'minutes' }, '02 tháng kể từ ngày ký biên bản'],
    [{ ...ten, unit: 'date' }, null],
  ] as const)('%o reads as %s', (due, words) => {
    expect(deadlineInWords(due)).toBe(words);
  });
});

describe('a conclusion that was kept', () => {
  const content = { report: 'Đã kiểm tra.', draft: {} };
  const asked = { findingId: '0191a000-0000-7000-8000-000000000001', text: 'Niêm yết đủ.' };

  it('by an earlier release has its working days', () => {
    const kept = { ...content, requirements: [{ ...asked, dueInWorkingDays: 10 }] };
    expect(z.parse(KeptConclusionContent, kept).requirements).toEqual([{ ...asked, due: ten }]);
  });

  it('by this one stays as it is', () => {
    const kept = { ...content, requirements: [{ ...asked, due: { ...ten, unit: 'day' } }] };
    expect(z.parse(KeptConclusionContent, kept)).toEqual(kept);
  });
});
