import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { Column } from '@kycuong/ui/console/data-table.tsx';
import { formatDate, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';
import { lastDayInWords } from './unit-days.tsx';

export type UnitLine = inferOutput<typeof trpc.organisation.list>['units'][number];

interface Shown {
  /** The rows are not all under one place, so each tells what it is under. */
  readonly deep: boolean;
  /** A panel stands beside the list and tells the rest. */
  readonly narrow: boolean;
  readonly on: PlainDate;
}

export function useUnitColumns({ deep, narrow, on }: Shown): Column<UnitLine>[] {
  const { t, language } = useMessages();
  const today = dateInVietnam(new Date());
  const columns: (Column<UnitLine> | false)[] = [
    { key: 'name', title: t('organisation:name'), width: '30%', cell: ({ name }) => name },
    { key: 'code', title: t('organisation:code'), width: '96px', cell: ({ code }) => code },
    !narrow &&
      !deep && {
        key: 'kind',
        title: t('organisation:kind'),
        width: '20%',
        cell: ({ kind }) => t(`organisation:kinds.${kind}`),
      },
    deep && {
      key: 'over',
      title: t('organisation:over'),
      width: '24%',
      cell: ({ overName }) => overName ?? '–',
    },
    !narrow && {
      key: 'from',
      title: t('organisation:from'),
      width: '112px',
      cell: ({ validFrom }) => formatDate(validFrom),
    },
    {
      key: 'until',
      title: t('organisation:until'),
      width: '128px',
      cell: (unit) => lastDayInWords(unit, today, t),
    },
    {
      key: 'below',
      title: t('organisation:below'),
      align: 'end',
      width: '128px',
      cell: ({ id, below }) =>
        below === 0 ? (
          '–'
        ) : (
          <Link
            to="/units"
            search={{ on, under: id }}
            className="list-link"
            aria-label={t('organisation:show-below', { count: below })}
            onClick={(event) => event.stopPropagation()}
          >
            {formatNumber(below, language)}
          </Link>
        ),
    },
  ];
  return columns.filter((column) => column !== false);
}
