import { describe, expect, it } from 'vitest';
import { builtInHolidays } from '../calendar/built-in-holidays.ts';
import { WorkingCalendar } from '../calendar/working-days.ts';
import { deadlineState } from './deadline-state.ts';

const calendar = new WorkingCalendar(builtInHolidays);

describe('deadlineState', () => {
  it.each([
    ['2026-12-01', '2026-11-23', 'later', 5],
    ['2026-11-30', '2026-11-23', 'later', 4],
    ['2026-11-27', '2026-11-23', 'soon', 3],
    ['2026-11-23', '2026-11-23', 'soon', 0],
    ['2026-11-20', '2026-11-23', 'overdue', 1],
    ['2026-11-20', '2026-11-21', 'overdue', 0],
    ['2026-11-21', '2026-11-23', 'soon', 0],
    ['2026-11-23', '2026-11-25', 'overdue', 1],
  ] as const)('due %s, on %s: %s %i', (dueOn, today, kind, workingDays) => {
    expect(deadlineState(dueOn, today, calendar)).toEqual({ kind, workingDays });
  });
});
