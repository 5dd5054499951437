import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInHolidays } from '../calendar/built-in-holidays.ts';
import { addDays } from '../calendar/plain-date.ts';
import { WorkingCalendar } from '../calendar/working-days.ts';
import { checkDossier } from './dossier-check.ts';
import { dossierLateness } from './lateness.ts';

const calendar = new WorkingCalendar(builtInHolidays);
const dossier = { completeOn: '2026-11-16', dueOn: '2026-12-01', stopped: [] };

describe('dossierLateness', () => {
  it.each([
    ['2026-11-27', 'early', 0],
    ['2026-12-01', 'on-time', 0],
    ['2026-12-02', 'late', 1],
    ['2026-12-07', 'late', 4],
  ])('returned on %s: %s by %i', (returnedOn, status, workingDaysLate) => {
    const result = dossierLateness({ ...dossier, returnedOn }, calendar, '2027-01-01');
    expect(result).toMatchObject({ status, workingDaysLate, dueOn: '2026-12-01' });
  });

  it.each([
    ['2026-11-20', 'in-progress', 0],
    ['2026-12-01', 'in-progress', 0],
    ['2026-12-04', 'in-progress-late', 3],
  ])('still in hand on %s: %s by %i', (asOf, status, workingDaysLate) => {
    expect(dossierLateness(dossier, calendar, asOf)).toMatchObject({ status, workingDaysLate });
  });

  it('moves the due date by the working days that a form stopped', () => {
    const stopped = [{ from: '2026-11-18', until: '2026-11-25', form: '02' as const }];
    const result = dossierLateness({ ...dossier, stopped, returnedOn: '2026-12-08' }, calendar, '2026-12-31');
    expect(result).toMatchObject({
      status: 'late',
      workingDaysLate: 1,
      workingDaysStopped: 4,
      dueOn: '2026-12-07',
    });
    expect(result.days.filter((day) => day.reason === 'stopped').map((day) => day.date)).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ]);
    expect(result.days.filter((day) => day.late).map((day) => day.date)).toEqual(['2026-12-08']);
  });

  it('gives nothing for a stop without a form, and counts overlapping stops once', () => {
    const bare = [{ from: '2026-11-18', until: '2026-11-25', form: 'none' as const }];
    expect(dossierLateness({ ...dossier, stopped: bare }, calendar, '2026-12-02').status).toBe(
      'in-progress-late',
    );
    const twice = [
      { from: '2026-11-18', until: '2026-11-25', form: '02' as const },
      { from: '2026-11-19', until: '2026-11-23', form: '05' as const },
    ];
    expect(dossierLateness({ ...dossier, stopped: twice }, calendar, '2026-12-02').dueOn).toBe('2026-12-07');
  });

  it('is not late while processing is stopped', () => {
    const stopped = [{ from: '2026-11-30', until: null, form: '05' as const }];
    expect(dossierLateness({ ...dossier, stopped }, calendar, '2026-12-31')).toMatchObject({
      status: 'in-progress',
      workingDaysLate: 0,
    });
  });

  it('a due date on a day off ends on the next working day', () => {
    const times = { ...dossier, dueOn: '2026-11-28', returnedOn: '2026-11-30' };
    expect(dossierLateness(times, calendar, '2026-12-31').status).toBe('on-time');
  });

  it('without stops, lateness is the count of working days after the due date', () => {
    const start = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2025-01-01', days));
    fc.assert(
      fc.property(start, fc.nat({ max: 40 }), fc.nat({ max: 60 }), (completeOn, allowed, taken) => {
        const dueOn = calendar.addWorkingDays(completeOn, allowed);
        const returnedOn = addDays(completeOn, taken);
        const result = dossierLateness(
          { completeOn, dueOn, returnedOn, stopped: [] },
          calendar,
          '2028-01-01',
        );
        expect(result.workingDaysLate).toBe(Math.max(0, calendar.workingDaysBetween(dueOn, returnedOn)));
        expect(result.dueOn).toBe(dueOn);
      }),
    );
  });

  it('one more stopped day never makes a dossier later', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.nat({ max: 30 }), (offset, length) => {
        const until = addDays('2026-11-16', offset + length);
        const stop = { from: addDays('2026-11-16', offset), form: '02' as const };
        const late = (end: string) =>
          dossierLateness(
            { ...dossier, returnedOn: '2026-12-31', stopped: [{ ...stop, until: end }] },
            calendar,
            '2027-01-31',
          ).workingDaysLate;
        expect(late(addDays(until, 1))).toBeLessThanOrEqual(late(until));
      }),
    );
  });
});

describe('checkDossier', () => {
  const facts = { ...dossier, apologyIssued: false, extraPapersAsked: false };

  it('finds the late dossier without apology', () => {
    const check = checkDossier({ ...facts, returnedOn: '2026-12-03' }, calendar, '2026-12-31');
    expect(check.candidates.map((candidate) => candidate.itemCode)).toEqual(['M15', 'M16']);
    const sorry = checkDossier(
      { ...facts, returnedOn: '2026-12-03', apologyIssued: true },
      calendar,
      '2026-12-31',
    );
    expect(sorry.candidates.map((candidate) => candidate.itemCode)).toEqual(['M15']);
  });

  it.each([
    [10, 'matches', []],
    [7, 'later', ['M11']],
    [12, 'earlier', []],
    [null, 'unknown', []],
  ])('processing time %s: the slip %s', (processingWorkingDays, slip, codes) => {
    const check = checkDossier({ ...facts, processingWorkingDays }, calendar, '2026-11-20');
    expect(check.slip).toBe(slip);
    expect(check.candidates.map((candidate) => candidate.itemCode)).toEqual(codes);
  });

  it('notices a second request, a stop without paper and extra papers', () => {
    const stopped = [
      { from: '2026-11-17', until: '2026-11-18', form: '02' as const },
      { from: '2026-11-19', until: '2026-11-20', form: '02' as const },
      { from: '2026-11-25', until: '2026-11-26', form: 'none' as const },
    ];
    const check = checkDossier({ ...facts, stopped, extraPapersAsked: true }, calendar, '2026-11-27');
    expect(check.candidates.map((candidate) => candidate.reason)).toEqual([
      'extra-papers',
      'supplement-more-than-once',
      'stop-without-form',
    ]);
  });
});
