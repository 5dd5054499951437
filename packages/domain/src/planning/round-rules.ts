import type { PlainDate } from '../calendar/plain-date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import type { RoundForm } from './round-kind.ts';

export type RoundFacts = {
  readonly form: RoundForm;
  readonly decisionDate: PlainDate;
  readonly period?: { readonly from: PlainDate; readonly to: PlainDate } | null | undefined;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly units: readonly { readonly unitId: string; readonly plannedOn: PlainDate }[];
  readonly members: readonly { readonly accountId: string; readonly role: string }[];
};

export type RoundProblem = { readonly key: ErrorKey; readonly path: readonly (string | number)[] };

/** What keeps a round from being set up; empty when it is sound. `path` is the field at fault. */
export function roundProblems(round: RoundFacts): RoundProblem[] {
  const problems: RoundProblem[] = [];
  const add = (key: ErrorKey, ...path: (string | number)[]) => problems.push({ key, path });

  if (round.endsOn < round.startsOn) add('input.date-order', 'endsOn');
  if (round.decisionDate > round.startsOn) add('planning.decision-after-start', 'decisionDate');
  if (round.period && round.period.to < round.period.from) add('input.date-order', 'period', 'to');
  if (round.members.filter((member) => member.role === 'leader').length !== 1)
    add('planning.one-leader', 'members');
  for (const index of repeatedAt(round.members.map((member) => member.accountId)))
    add('planning.member-twice', 'members', index, 'accountId');
  for (const index of repeatedAt(round.units.map((unit) => unit.unitId)))
    add('planning.unit-twice', 'units', index, 'unitId');
  for (const [index, { plannedOn }] of round.units.entries())
    if (plannedOn < round.startsOn || plannedOn > round.endsOn)
      add('planning.visit-outside', 'units', index, 'plannedOn');
  return problems;
}

function repeatedAt(ids: readonly string[]): number[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []));
}

/** Planned and thematic rounds are announced this many working days before the visit (provincial practice). */
export const noticeWorkingDays = 5;

export type NoticeWarning = {
  readonly key: 'planning.notice-short';
  readonly unitId: string;
  readonly workingDays: number;
};

/** Visits that come sooner after the notice than they should. A warning: the office may go on. */
export function noticeWarnings(
  round: Pick<RoundFacts, 'form' | 'units'>,
  noticedOn: PlainDate,
  calendar: WorkingCalendar,
): NoticeWarning[] {
  if (round.form !== 'planned' && round.form !== 'thematic') return [];
  return round.units
    .map(({ unitId, plannedOn }) => ({
      key: 'planning.notice-short' as const,
      unitId,
      workingDays: calendar.workingDaysBetween(noticedOn, plannedOn),
    }))
    .filter((warning) => warning.workingDays < noticeWorkingDays);
}
