import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

type Neighbour = inferOutput<typeof trpc.organisation.get>['predecessors'][number];

/** Units on the other side of a reorganisation, with its day and decision. */
export function NeighbourTable({
  label,
  units,
  onMistaken,
}: {
  readonly label: string;
  readonly units: readonly Neighbour[];
  /** Where the reader may say that a link was recorded by mistake. */
  readonly onMistaken?: ((link: Neighbour) => void) | undefined;
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
        ...(onMistaken
          ? [
              {
                key: 'mistaken',
                title: t('list-import:mark'),
                width: '152px',
                cell: (link: Neighbour) => (
                  <Button
                    kind="quiet"
                    size="small"
                    aria-label={t('list-import:mark-link-title', { name: link.name })}
                    onClick={() => onMistaken(link)}
                  >
                    {t('list-import:by-mistake')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
