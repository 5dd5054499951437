import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

type Neighbour = inferOutput<typeof trpc.organisation.get>['predecessors'][number];

/** Units on the other side of a reorganisation, with its day and decision. */
export function NeighbourTable({
  label,
  units,
}: {
  readonly label: string;
  readonly units: readonly Neighbour[];
}) {
  const { t } = useMessages();
  return (
    <DataTable
      label={label}
      rows={units}
      rowKey={({ linkId }) => linkId}
      groupOf={({ onDate, decision }) => ({
        key: `${onDate} ${decision}`,
        title: formatDate(onDate),
        meta: decision,
      })}
      columns={[
        {
          key: 'name',
          title: t('organisation:name'),
          cell: ({ unitId, name }) => (
            <Link to="/units/$unitId" params={{ unitId }}>
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
        { key: 'code', title: t('organisation:code'), width: '88px', cell: ({ code }) => code },
        {
          key: 'share',
          title: t('organisation:share'),
          width: '104px',
          cell: ({ whole }) => t(whole ? 'organisation:whole' : 'organisation:part'),
        },
      ]}
    />
  );
}
