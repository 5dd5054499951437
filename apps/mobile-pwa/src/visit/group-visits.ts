import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { ListedVisit } from './read-visit.ts';

export const visitGroups = ['today', 'past', 'coming', 'done', 'revoked'] as const;
export type VisitGroup = (typeof visitGroups)[number];

function groupOf({ held, state }: Pick<ListedVisit, 'held' | 'state'>, today: PlainDate): VisitGroup {
  if (held.revoked) return 'revoked';
  if (state === 'submitted' || state === 'closed') return 'done';
  if (held.packet.plannedOn === today || state === 'open') return 'today';
  return held.packet.plannedOn < today ? 'past' : 'coming';
}

/** Today's work on top; work under way counts as today's. Each group by date, what is done with the latest first. */
export function groupVisits(
  visits: readonly ListedVisit[],
  today: PlainDate,
): { readonly group: VisitGroup; readonly visits: readonly ListedVisit[] }[] {
  const groups = Map.groupBy(visits, (visit) => groupOf(visit, today));
  return visitGroups.flatMap((group) => {
    const members = groups.get(group);
    if (members === undefined) return [];
    const isToday = ({ held }: ListedVisit) => Number(held.packet.plannedOn === today);
    const late = group === 'done' || group === 'revoked' ? -1 : 1;
    const byDate = (a: ListedVisit, b: ListedVisit) =>
      isToday(b) - isToday(a) ||
      late * a.held.packet.plannedOn.localeCompare(b.held.packet.plannedOn) ||
      a.held.packet.unit.name.localeCompare(b.held.packet.unit.name, 'vi');
    return [{ group, visits: members.toSorted(byDate) }];
  });
}
