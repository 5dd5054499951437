import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { QualityState } from '@kycuong/ui/console/quality-state.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import { type CoveredUnit, statusOrder } from './figures.ts';

/** Every unit, the furthest first, with its level and dates; each name leads to its record on the same day. */
export function UnitTable({ rows, asOf }: { readonly rows: readonly CoveredUnit[]; readonly asOf: string }) {
  const { t } = useMessages();
  const date = (day: string | null) => (day === null ? '' : formatDate(day));
  return (
    <DataTable
      label={t('statistics:where-heading')}
      rows={rows.toSorted((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status))}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('statistics:unit'),
          cell: ({ id, name }) => (
            <Link to="/quality-systems/$unitId" params={{ unitId: id }} search={{ asOf }}>
              {name}
            </Link>
          ),
        },
        {
          key: 'status',
          title: t('statistics:status'),
          cell: ({ status }) => <QualityState status={status} />,
        },
        { key: 'since', title: t('statistics:since'), align: 'end', cell: ({ since }) => date(since) },
      ]}
    />
  );
}
