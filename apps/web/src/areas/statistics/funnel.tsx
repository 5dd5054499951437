import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { ChartSection } from './chart-section.tsx';
import { type Coverage, steps } from './figures.ts';

/** Where units stop: how many came at least so far, and how many fell behind at each step. */
export function FunnelChart({ coverage }: { readonly coverage: Coverage }) {
  const { t, language } = useMessages();
  const count = (value: number) => formatNumber(value, language);
  const rows = steps(coverage.funnel, coverage.units).map((step, index, all) => ({
    ...step,
    name: t(`statistics:funnel-${step.key}`),
    loss: index === 0 ? 0 : (all[index - 1]?.count ?? 0) - step.count,
    before: index === 0 ? '' : t(`statistics:funnel-${all[index - 1]?.key ?? 'units'}`),
  }));
  const worst = rows.toSorted((a, b) => b.loss - a.loss)[0];
  const started = rows[1]?.count ?? 0;
  const words =
    started === 0 || worst === undefined
      ? t('statistics:funnel-none')
      : worst.loss === 0
        ? t('statistics:funnel-full')
        : t('statistics:funnel-most', {
            from: worst.before.toLocaleLowerCase('vi'),
            to: worst.name.toLocaleLowerCase('vi'),
            count: worst.loss,
          });
  return (
    <ChartSection
      title={t('statistics:funnel-heading')}
      words={<p>{words}</p>}
      table={
        <DataTable
          label={t('statistics:funnel-heading')}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'step', title: t('statistics:step'), cell: ({ name }) => name },
            { key: 'count', title: t('statistics:units'), align: 'end', cell: (row) => count(row.count) },
            { key: 'loss', title: t('statistics:funnel-loss'), align: 'end', cell: (row) => count(row.loss) },
          ]}
        />
      }
    >
      <ul className="bars">
        {rows.map(({ key, name, count: units, loss }) => (
          <li key={key}>
            <span>{name}</span>
            <span className="bar">
              {units > 0 && (
                <span className={`funnel-${key}`} style={{ width: `${(units / coverage.units) * 100}%` }} />
              )}
            </span>
            <b>{count(units)}</b>
            <small>{loss > 0 && `−${count(loss)}`}</small>
          </li>
        ))}
      </ul>
    </ChartSection>
  );
}
