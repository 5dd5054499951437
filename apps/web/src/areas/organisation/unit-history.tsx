import { addDays, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { TimelineEntry } from '@kycuong/ui/console/timeline.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import type { Translate } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

type Unit = inferOutput<typeof trpc.organisation.get>;
type Dated = TimelineEntry & { readonly date: PlainDate };

/** What happened to the unit through all its intervals, the earliest first. */
export function unitHistory(
  { intervals, predecessors, successors }: Unit,
  today: PlainDate,
  t: Translate,
): TimelineEntry[] {
  const entries: Dated[] = intervals.flatMap((interval, index): Dated[] => {
    const { id, name, parentName, validFrom, validUntil } = interval;
    const before = intervals[index - 1];
    const next = intervals[index + 1];
    const formed = predecessors.filter(({ onDate }) => onDate === validFrom);
    const begin =
      before === undefined
        ? formed.length > 0
          ? t('organisation:event-formed', { count: formed.length })
          : t('organisation:event-begins')
        : before.name !== name
          ? t('organisation:event-renamed', { name })
          : before.parentName !== parentName
            ? t('organisation:event-moved', { name: parentName ?? '' })
            : t('organisation:event-goes-on');
    const first: Dated = {
      id: `${id}-from`,
      date: validFrom,
      icon: before === undefined ? 'flag' : 'repeat',
      what: begin,
      meta: [formatDate(validFrom), formed[0]?.decision].filter(Boolean).join(' · '),
    };
    const isLast = validUntil !== null && next?.validFrom !== addDays(validUntil, 1);
    if (!isLast) return [first];
    const passed = successors.filter(({ onDate }) => onDate === addDays(validUntil, 1));
    const ends: Dated[] =
      passed.length > 0
        ? passed.map(({ linkId, unitId, name: into, onDate, decision }) => ({
            id: linkId,
            date: onDate,
            icon: 'route',
            what: (
              <Link to="/units/$unitId" params={{ unitId }}>
                {t('organisation:event-passed', { name: into })}
              </Link>
            ),
            meta: `${formatDate(onDate)} · ${decision}`,
          }))
        : [
            {
              id: `${id}-until`,
              date: validUntil,
              icon: 'not-applicable',
              what: t('organisation:event-ends'),
              meta: formatDate(validUntil),
            },
          ];
    return [first, ...ends];
  });
  return entries
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map(({ date, ...entry }) => ({ ...entry, expected: date > today }));
}
