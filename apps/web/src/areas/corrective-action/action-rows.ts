import { foldForSearch } from '@kycuong/ui/form/choice.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type ActionRow = inferOutput<typeof trpc.correctiveAction.list>['actions'][number];
export type FilterValues = Readonly<Record<string, string | undefined>>;

export const actionGroups = ['overdue', 'awaiting', 'answered', 'accepted'] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** Where a row stands in the list: what is late first, what is done last. */
export function groupOf({ status, deadline }: Pick<ActionRow, 'status' | 'deadline'>): ActionGroup {
  if (status === 'accepted') return 'accepted';
  if (status === 'answered') return 'answered';
  return deadline?.kind === 'overdue' ? 'overdue' : 'awaiting';
}

function matches(row: ActionRow, values: FilterValues): boolean {
  const { state, due, severity, unit, conclusion } = values;
  const clock = row.deadline ?? row.judgement;
  const words = [row.code, row.title, row.unit.name, row.itemCode, row.conclusionNumber].join(' ');
  return (
    (state === undefined || row.status === state) &&
    (due === undefined || clock?.kind === due) &&
    (severity === undefined || row.severity === severity) &&
    (unit === undefined || row.unit.id === unit) &&
    (conclusion === undefined || row.conclusionNumber === conclusion) &&
    foldForSearch(words).includes(foldForSearch(values.q ?? '').trim())
  );
}

const dueOf = (row: ActionRow) => row.judgement?.dueOn ?? row.dueOn;

/**
 * The rows that the filters of the address leave: what is late, then the group that waits for the reader, then the
 * others, in each the nearest deadline first.
 */
export function shownActions(
  rows: readonly ActionRow[],
  values: FilterValues,
  mine: ActionGroup = 'awaiting',
): ActionRow[] {
  const order = [...new Set<ActionGroup>(['overdue', mine, ...actionGroups])];
  const place = (row: ActionRow) => order.indexOf(groupOf(row));
  return rows
    .filter((row) => matches(row, values))
    .toSorted(
      (a, b) => place(a) - place(b) || dueOf(a).localeCompare(dueOf(b)) || a.code.localeCompare(b.code),
    );
}
