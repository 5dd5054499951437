import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { builtInHolidays } from '../calendar/built-in-holidays.ts';
import { WorkingCalendar } from '../calendar/working-days.ts';
import { requirementDue } from '../conclusion/requirement-deadline.ts';
import {
  builtInProcessDeadlines,
  ProcessDeadline,
  processDeadline,
  processSteps,
  usualAnswerDue,
} from './process-deadline.ts';
import { roundFields } from './round-kind.ts';
import { SetProcessDeadline } from './set-process-deadline.ts';

const calendar = new WorkingCalendar(builtInHolidays);

describe('the time of a step', () => {
  it('is there for every step of every field, with a source and a mark', () => {
    for (const step of processSteps)
      for (const field of roundFields)
        expect(z.parse(ProcessDeadline, processDeadline(step, field)).source).not.toBe('');
  });

  it('is practice of the province only where the province is its source', () => {
    for (const { source, mark, step } of builtInProcessDeadlines)
      expect(mark === 'P', step).toBe(source === 'Thông lệ của tỉnh');
  });

  it('of a conclusion on procedure control is law, elsewhere practice', () => {
    expect(processDeadline('conclusion', 'procedure-control')).toMatchObject({
      amount: 15,
      unit: 'working-day',
      mark: 'V',
    });
    expect(processDeadline('conclusion', 'public-duty')).toMatchObject({ mark: 'P' });
  });

  it('is the province’s where it wrote one, and of the field before all fields', () => {
    const own: ProcessDeadline[] = [
      {
        step: 'conclusion',
        field: null,
        amount: 20,
        unit: 'day',
        event: 'issue',
        source: 'Quy chế kiểm tra của tỉnh',
        mark: 'P',
      },
    ];
    expect(processDeadline('conclusion', 'records', own)).toMatchObject({ amount: 20, unit: 'day' });
    expect(processDeadline('conclusion', 'procedure-control', own)).toMatchObject({ amount: 15 });
  });

  it('can be set only where one is shipped', () => {
    const [first] = builtInProcessDeadlines;
    expect(z.safeParse(SetProcessDeadline, first).success).toBe(true);
    expect(z.safeParse(SetProcessDeadline, { ...first, field: 'records' }).success).toBe(false);
  });
});

describe('a unit’s answer', () => {
  it('to an inspection of the quality system is due two months after the minutes, on a working day', () => {
    const due = { ...usualAnswerDue('quality-system', []), minutesOn: '2026-10-22' };
    // 22 December, two calendar months on; the issue of the conclusion changes nothing.
    expect(requirementDue(due, '2026-11-16', calendar)).toEqual({
      countedFrom: '2026-10-22',
      dueOn: '2026-12-22',
    });
    // 30 August 2026 is a Sunday, 31 August to 2 September are off.
    expect(requirementDue({ ...due, minutesOn: '2026-06-30' }, '2026-07-06', calendar).dueOn).toBe(
      '2026-09-03',
    );
  });

  it('on reform is due so many days after the issue, elsewhere so many working days', () => {
    expect(requirementDue(usualAnswerDue('administrative-reform', []), '2026-11-02', calendar).dueOn).toBe(
      '2026-11-17',
    );
    expect(requirementDue(usualAnswerDue('public-duty', []), '2026-11-23', calendar).dueOn).toBe(
      '2026-12-08',
    );
  });

  it('is due on the day itself where one was named', () => {
    const named = { unit: 'date', on: '2026-12-19', amount: 3, event: 'minutes', minutesOn: null } as const;
    expect(requirementDue(named, '2026-11-23', calendar)).toEqual({
      countedFrom: '2026-11-23',
      dueOn: '2026-12-19',
    });
  });
});
