import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import { QualityState } from '../quality/quality-state.tsx';
import type { CoveredUnit } from './figures.ts';

/** Every unit with its level and dates; each name leads to its record on the same day. */
export function UnitTable({ rows, asOf }: { readonly rows: readonly CoveredUnit[]; readonly asOf: string }) {
  const { t } = useMessages();
  const date = (day: string | null) => (day === null ? '' : formatDate(day));
  return (
    <DataTable
      label={t('statistics:where-heading')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('statistics:unit'),
          cell: ({ id, name, sample }) => (
            <>
              <Link to="/quality-systems/$unitId" params={{ unitId: id }} search={{ asOf }}>
                {name}
              </Link>
              {sample && <small className="kc-meta"> {t('statistics:sample')}</small>}
            </>
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
