import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatDate, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';
import { ChartSection } from './chart-section.tsx';

type Overdue = inferOutput<typeof trpc.statistics.overdue>;

/** What hurts, first: answers that are owed too long. */
export function OverdueActions({ open, overdue, bands, units, actions }: Overdue) {
  const { t, language } = useMessages();
  const count = (value: number) => formatNumber(value, language);
  const most = Math.max(1, ...bands.map((band) => band.count));
  const worst = units
    .slice(0, 3)
    .map(({ name, count: found }) => t('statistics:unit-count', { name, count: count(found) }));
  return (
    <ChartSection
      title={t('statistics:overdue-heading')}
      table={
        <DataTable
          label={t('statistics:overdue-heading')}
          rows={actions}
          rowKey={({ id }) => id}
          columns={[
            { key: 'unit', title: t('statistics:unit'), cell: ({ unitName }) => unitName },
            {
              key: 'title',
              title: t('statistics:action-title'),
              cell: ({ id, title }) => (
                <Link to="/corrective-actions/$actionId" params={{ actionId: id }}>
                  {title}
                </Link>
              ),
            },
            {
              key: 'due',
              title: t('statistics:due'),
              align: 'end',
              cell: ({ dueOn }) => formatDate(dueOn),
            },
            {
              key: 'over',
              title: t('statistics:working-days-over'),
              align: 'end',
              cell: ({ workingDays }) => count(workingDays),
            },
          ]}
        />
      }
      words={
        overdue === 0 ? (
          <p>{t('statistics:overdue-none')}</p>
        ) : (
          <>
            <p className="chart-late">
              <span>
                <Icon name="warning" size={24} />
                {count(overdue)}
              </span>
              {t('statistics:overdue-of', { count: count(open) })}
            </p>
            <p>{t('statistics:overdue-by-days')}</p>
          </>
        )
      }
    >
      {overdue > 0 && (
        <>
          <ul className="bars bars--late">
            {bands.map(({ from, to, count: found }) => (
              <li key={from}>
                <span>
                  {to === null
                    ? t('statistics:band-over', { from: from - 1 })
                    : t('statistics:band-between', { from, to })}
                </span>
                <span className="bar">
                  {found > 0 && <span style={{ width: `${(found / most) * 100}%` }} />}
                </span>
                <b>{count(found)}</b>
              </li>
            ))}
          </ul>
          {worst.length > 0 && (
            <p className="chart-words">{t('statistics:overdue-most', { units: worst.join(', ') })}</p>
          )}
        </>
      )}
    </ChartSection>
  );
}
