import { addMonths } from '@kycuong/domain/calendar/plain-date.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { Why } from '@kycuong/ui/console/why.tsx';
import { formatDate, formatNumber, formatPercent } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { ChartSection } from './chart-section.tsx';
import type { Coverage, Series } from './figures.ts';
import { LineChart } from './line-chart.tsx';

/** How far: the one figure, what moved it, and its way there. */
export function ShareDeclared({
  coverage,
  series,
}: {
  readonly coverage: Coverage;
  readonly series?: Series | undefined;
}) {
  const { t, language } = useMessages();
  const { units, declared, maintained, lapsed, ratio, asOf } = coverage;
  const count = (value: number) => formatNumber(value, language);
  return (
    <ChartSection
      title={t('statistics:declared-heading')}
      table={
        series && (
          <DataTable
            label={t('statistics:declared-heading')}
            rows={series.points.toReversed()}
            rowKey={({ day }) => day}
            columns={[
              { key: 'day', title: t('statistics:day'), cell: ({ day }) => formatDate(day) },
              { key: 'units', title: t('statistics:units'), align: 'end', cell: (row) => count(row.units) },
              {
                key: 'declared',
                title: t('statistics:declared'),
                align: 'end',
                cell: (row) => count(row.declared),
              },
              {
                key: 'ratio',
                title: t('statistics:ratio'),
                align: 'end',
                cell: (row) => formatPercent(row.ratio, language),
              },
            ]}
          />
        )
      }
      words={
        <>
          <p className="chart-figure">{formatPercent(ratio, language)}</p>
          <p>
            <b>{t('statistics:declared-of', { declared: count(declared), units: count(units) })}</b>{' '}
            {t('statistics:declared-words')}
            {series && <Trend series={series} declared={declared} />}.{' '}
            <Why
              explanation={{
                facts: [
                  [t('statistics:day'), formatDate(asOf)],
                  [t('statistics:units'), count(units)],
                  [t('statistics:maintained'), count(maintained)],
                  [t('statistics:lapsed'), count(lapsed)],
                  [t('statistics:declared'), `${count(maintained)} + ${count(lapsed)} = ${count(declared)}`],
                  [
                    t('statistics:ratio'),
                    `${count(declared)} ÷ ${count(units)} = ${formatPercent(ratio, language, 2)}`,
                  ],
                ],
                rule: t('statistics:counted-rule'),
                source: t('statistics:counted-source'),
              }}
            >
              {t('statistics:how-counted')}
            </Why>
          </p>
        </>
      }
    >
      {series ? <LineChart {...series} /> : <div className="line-chart" />}
    </ChartSection>
  );
}

/** What changed within a month, in words. */
function Trend({ series, declared }: { readonly series: Series; readonly declared: number }) {
  const { t } = useMessages();
  const last = series.points.at(-1);
  if (last === undefined) return null;
  const monthAgo = addMonths(last.day, -1);
  const reform = series.reorganised.findLast((day) => day > monthAgo && day <= last.day);
  const before = series.points.findLast(({ day }) => (reform ? day < reform : day <= monthAgo));
  if (before === undefined) return null;
  if (reform) return before.declared > 0 ? t('statistics:trend-reform', { count: before.declared }) : null;
  const change = declared - before.declared;
  if (change === 0) return t('statistics:trend-same');
  return t(change > 0 ? 'statistics:trend-up' : 'statistics:trend-down', { count: Math.abs(change) });
}
