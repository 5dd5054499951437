import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';
import { lastDayInWords } from './unit-days.tsx';

type Interval = inferOutput<typeof trpc.organisation.get>['intervals'][number];

interface IntervalTableProps {
  readonly label: string;
  readonly units: readonly Interval[];
  /** The one whose page this is. */
  readonly current: string | null;
}

export function IntervalTable({ label, units, current }: IntervalTableProps) {
  const { t } = useMessages();
  const today = dateInVietnam(new Date());
  return (
    <DataTable
      label={label}
      rows={units}
      rowKey={({ id }) => id}
      chosen={current}
      columns={[
        {
          key: 'name',
          title: t('organisation:name'),
          cell: ({ id, name }) =>
            id === current ? (
              <b>{name}</b>
            ) : (
              <Link to="/units/$unitId" params={{ unitId: id }}>
                {name}
              </Link>
            ),
        },
        {
          key: 'over',
          title: t('organisation:over'),
          width: '34%',
          cell: ({ parentName }) => parentName ?? '–',
        },
        {
          key: 'from',
          title: t('organisation:from'),
          width: '112px',
          cell: ({ validFrom }) => formatDate(validFrom),
        },
        {
          key: 'until',
          title: t('organisation:until'),
          width: '136px',
          cell: (unit) => lastDayInWords(unit, today, t),
        },
      ]}
    />
  );
}
