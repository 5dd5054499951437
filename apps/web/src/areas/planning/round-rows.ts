import { addDays, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { foldForSearch } from '@kycuong/ui/form/choice.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';
import { shownVisitState } from '../../states/visit-state.tsx';

export type RoundList = inferOutput<typeof trpc.planning.listRounds>;
export type ListedRound = RoundList['rounds'][number];

/** One line of the list: a visit with the round that it belongs to. */
export interface RoundRow {
  readonly round: ListedRound;
  readonly visit: ListedRound['visits'][number];
}

export function rowsOf(rounds: readonly ListedRound[]): RoundRow[] {
  return rounds.flatMap((round) => round.visits.map((visit) => ({ round, visit })));
}

export function stateOf({ round, visit }: RoundRow) {
  return shownVisitState(visit, round.status === 'draft');
}

function fitsTime(date: PlainDate, time: string, today: PlainDate): boolean {
  if (time === 'month') return date.slice(0, 7) === today.slice(0, 7);
  return time === 'past' ? date < today : date >= today && date <= addDays(today, 365);
}

/** Whether a line fits what the address asks for; the search knows no marks. */
export function fitsFilters(
  row: RoundRow,
  { form, state, time, q }: Readonly<Record<string, string | undefined>>,
  today: PlainDate,
): boolean {
  const { round, visit } = row;
  const words = [round.code, round.name, round.decisionNo, visit.unit?.name, visit.leaderName];
  return (
    (form === undefined || round.form === form) &&
    (state === undefined || stateOf(row) === state) &&
    (time === undefined || fitsTime(visit.plannedOn, time, today)) &&
    (q === undefined || foldForSearch(words.filter(Boolean).join(' ')).includes(foldForSearch(q.trim())))
  );
}
