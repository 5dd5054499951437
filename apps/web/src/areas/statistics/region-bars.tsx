import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatNumber, formatPercent } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { ChartSection } from './chart-section.tsx';
import type { Funnel } from './figures.ts';
import { StatusBar } from './status-bar.tsx';

export interface Region {
  readonly id: string;
  readonly name: string;
  readonly units: number;
  readonly funnel: Funnel;
  /** Where the region itself can be looked at. */
  readonly onOpen?: (() => void) | undefined;
}

/** The same levels for each part of the area, the one with most units first. */
export function RegionBars({
  title,
  regions,
}: {
  readonly title: string;
  readonly regions: readonly Region[];
}) {
  const { t, language } = useMessages();
  const rows = regions.map((region) => {
    const declared = region.funnel['declared-maintained'] + region.funnel['declared-lapsed'];
    return { ...region, declared, ratio: region.units === 0 ? null : declared / region.units };
  });
  const name = (row: Region) =>
    row.onOpen ? (
      <button type="button" className="chart-link" onClick={row.onOpen}>
        {row.name}
      </button>
    ) : (
      row.name
    );
  return (
    <ChartSection
      title={title}
      words={null}
      table={
        <DataTable
          label={title}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('statistics:region'), cell: name },
            {
              key: 'declared',
              title: t('statistics:declared'),
              align: 'end',
              cell: (row) => `${formatNumber(row.declared, language)}/${formatNumber(row.units, language)}`,
            },
            {
              key: 'ratio',
              title: t('statistics:ratio'),
              align: 'end',
              cell: (row) => formatPercent(row.ratio, language),
            },
          ]}
        />
      }
    >
      <ul className="bars bars--regions">
        {rows.map((row) => (
          <li key={row.id}>
            <span>{name(row)}</span>
            <StatusBar funnel={row.funnel} units={row.units} />
            <span>
              {row.declared}/{row.units}
            </span>
            <b>{formatPercent(row.ratio, language)}</b>
          </li>
        ))}
      </ul>
    </ChartSection>
  );
}
