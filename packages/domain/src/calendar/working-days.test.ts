import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { builtInHolidays, builtInHolidayYears } from './built-in-holidays.ts';
import { Holiday } from './holiday.ts';
import { addDays, dayOfWeek } from './plain-date.ts';
import { WorkingCalendar } from './working-days.ts';

const calendar = new WorkingCalendar(builtInHolidays, builtInHolidayYears);
const anyDate = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2025-01-01', days));

describe('built-in holidays', () => {
  it('are valid rows, one per date', () => {
    for (const row of builtInHolidays) expect(z.safeParse(Holiday, row).success, row.date).toBe(true);
    expect(new Set(builtInHolidays.map((row) => row.date)).size).toBe(builtInHolidays.length);
  });

  it('worked days are Saturdays, each beside a weekday off', () => {
    const swaps = builtInHolidays.filter((row) => row.kind === 'worked').map((row) => row.date);
    expect(swaps).toEqual(['2025-04-26', '2026-01-10', '2026-08-22']);
    expect(swaps.every((date) => dayOfWeek(date) === 6)).toBe(true);
  });

  it.each([
    [2025, 12],
    [2026, 14],
  ])('%i has %i weekdays off', (year, count) => {
    const off = builtInHolidays.filter((row) => row.kind === 'off' && row.date.startsWith(String(year)));
    expect(off.filter((row) => ![0, 6].includes(dayOfWeek(row.date)))).toHaveLength(count);
  });
});

describe('WorkingCalendar', () => {
  it('knows Tết, make-up days, swaps and the day of culture', () => {
    for (const date of ['2026-02-16', '2026-02-20', '2026-04-27', '2026-08-31', '2026-11-24', '2026-11-28'])
      expect(calendar.isWorkingDay(date), date).toBe(false);
    for (const date of ['2026-01-10', '2026-08-22', '2026-02-23', '2026-11-23'])
      expect(calendar.isWorkingDay(date), date).toBe(true);
  });

  it('ten working days from 16/11/2026 end on 01/12/2026, 24/11 being off', () => {
    expect(calendar.addWorkingDays('2026-11-16', 10)).toBe('2026-12-01');
    const off = calendar.explain('2026-11-16', '2026-12-01').filter((day) => !day.counted);
    expect(off.map((day) => [day.date, day.reason])).toEqual([
      ['2026-11-16', 'event'],
      ['2026-11-21', 'weekly-rest'],
      ['2026-11-22', 'weekly-rest'],
      ['2026-11-24', 'holiday'],
      ['2026-11-28', 'weekly-rest'],
      ['2026-11-29', 'weekly-rest'],
    ]);
    expect(off.find((day) => day.date === '2026-11-24')?.holiday?.nameVi).toBe('Ngày Văn hóa Việt Nam');
  });

  it('a period in days or months that ends on a day off ends on the next working day', () => {
    expect(calendar.addDeadline('2026-11-14', { amount: 10, unit: 'day' })).toBe('2026-11-25');
    expect(calendar.addDeadline('2026-11-16', { amount: 3, unit: 'day' })).toBe('2026-11-19');
    expect(calendar.addDeadline('2026-01-31', { amount: 1, unit: 'month' })).toBe('2026-03-02');
    expect(calendar.addDeadline('2026-11-16', { amount: 10, unit: 'working-day' })).toBe('2026-12-01');
  });

  it('names the years whose notice is not in', () => {
    expect(calendar.unconfirmedYears('2026-12-20', '2027-01-10')).toEqual([2027]);
    expect(calendar.unconfirmedYears('2025-12-20', '2026-01-10')).toEqual([]);
  });

  it('a unit may work on Saturdays', () => {
    expect(new WorkingCalendar(builtInHolidays, [], [0]).isWorkingDay('2026-11-28')).toBe(true);
  });
});

describe('WorkingCalendar, for any date', () => {
  it('adding and counting undo each other', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 120 }), (date, count) => {
        const end = calendar.addWorkingDays(date, count);
        expect(calendar.isWorkingDay(end)).toBe(true);
        expect(calendar.workingDaysBetween(date, end)).toBe(count);
        expect(calendar.workingDaysBetween(end, date)).toBe(-count);
      }),
    );
  });

  it('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(anyDate, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (date, first, second) => {
        const once = calendar.addWorkingDays(date, first + 1 + second + 1);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(date, first + 1), second + 1)).toBe(once);
      }),
    );
  });

  it('the explanation counts what the count counts, day by day', () => {
    fc.assert(
      fc.property(anyDate, fc.nat({ max: 90 }), (from, length) => {
        const to = addDays(from, length);
        const days = calendar.explain(from, to);
        expect(days).toHaveLength(length + 1);
        expect(days.filter((day) => day.counted)).toHaveLength(calendar.workingDaysBetween(from, to));
        expect(days[0]).toMatchObject({ date: from, counted: false, reason: 'event' });
      }),
    );
  });

  it('a deadline falls on a working day and never before the bare period', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 90 }), (date, amount) => {
        const end = calendar.addDeadline(date, { amount, unit: 'day' });
        expect(calendar.isWorkingDay(end)).toBe(true);
        expect(end >= addDays(date, amount)).toBe(true);
      }),
    );
  });
});
