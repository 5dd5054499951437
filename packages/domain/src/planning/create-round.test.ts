import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { builtInHolidays } from '../calendar/built-in-holidays.ts';
import { WorkingCalendar } from '../calendar/working-days.ts';
import { allows, nextState } from '../state/transition.ts';
import { uuidV7 } from '../sync/uuid-v7.ts';
import { CreateRound } from './create-round.ts';
import { noticeWarnings } from './round-rules.ts';
import { roundTransitions } from './round-state.ts';

const [coLe, ninhGiang, thinh, thu] = [uuidV7(1), uuidV7(2), uuidV7(3), uuidV7(4)];
const round = {
  roundId: uuidV7(0),
  name: 'Kiểm tra công vụ và bộ phận một cửa quý IV/2026',
  form: 'planned' as const,
  field: 'combined',
  decisionNo: '845/QĐ-SNV',
  decisionDate: '2026-11-02',
  decidedBy: 'Giám đốc Sở Nội vụ',
  period: { from: '2026-01-01', to: '2026-10-31' },
  startsOn: '2026-11-16',
  endsOn: '2026-12-04',
  leadUnitId: uuidV7(5),
  units: [
    { unitId: coLe, plannedOn: '2026-11-18' },
    { unitId: ninhGiang, plannedOn: '2026-11-26' },
  ],
  members: [
    { accountId: thinh, role: 'leader' },
    { accountId: thu, role: 'secretary' },
  ],
  checklistVersionId: uuidV7(6),
};

function problems(change: object): [string, string][] {
  const issues = z.safeParse(CreateRound, { ...round, ...change }).error?.issues ?? [];
  return issues.map((issue) => [issue.path.join('.'), issue.message]);
}

describe('CreateRound', () => {
  it('takes a sound round', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    [{ endsOn: '2026-11-15', units: [] }, 'units', 'planning.unit-needed'],
    [{ startsOn: '2026-12-05' }, 'endsOn', 'input.date-order'],
    [{ decisionDate: '2026-11-17' }, 'decisionDate', 'planning.decision-after-start'],
    [{ period: { from: '2026-02-01', to: '2026-01-01' } }, 'period.to', 'input.date-order'],
    [{ members: [] }, 'members', 'planning.one-leader'],
    [
      { members: [thinh, thu].map((accountId) => ({ accountId, role: 'leader' })) },
      'members',
      'planning.one-leader',
    ],
    [
      {
        members: [
          { accountId: thinh, role: 'leader' },
          { accountId: thinh, role: 'member' },
        ],
      },
      'members.1.accountId',
      'planning.member-twice',
    ],
    [{ units: [...round.units, round.units[0]] }, 'units.2.unitId', 'planning.unit-twice'],
    [{ units: [{ unitId: coLe, plannedOn: '2026-12-05' }] }, 'units.0.plannedOn', 'planning.visit-outside'],
  ])('refuses %o', (change, path, message) => {
    expect(problems(change)).toContainEqual([path, message]);
  });
});

describe('noticeWarnings', () => {
  const calendar = new WorkingCalendar(builtInHolidays);

  it('warns of planned visits less than five working days after the notice', () => {
    expect(noticeWarnings(round, '2026-11-12', calendar)).toEqual([
      { key: 'planning.notice-short', unitId: coLe, workingDays: 4 },
    ]);
    expect(noticeWarnings(round, '2026-11-11', calendar)).toEqual([]);
  });

  it('an unannounced round has no notice', () => {
    expect(noticeWarnings({ ...round, form: 'unannounced' }, '2026-11-17', calendar)).toEqual([]);
  });
});

describe('round states', () => {
  it('go one way', () => {
    expect(nextState(roundTransitions, 'draft', 'issue')).toBe('issued');
    expect(allows(roundTransitions, 'draft', 'conclude')).toBe(false);
    expect(() => nextState(roundTransitions, 'issued', 'issue')).toThrow('state.not-allowed');
  });
});
