import type { QualityStatusName } from '@kycuong/domain/quality/quality-status.ts';
import { formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChartSection } from './chart-section.tsx';
import { communeMap, mapValidFrom } from './commune-map.ts';
import type { Coverage, Funnel } from './figures.ts';
import { Legend } from './legend.tsx';
import { MapPicture } from './map-picture.tsx';
import { type Region, RegionBars } from './region-bars.tsx';
import { UnitTable } from './unit-table.tsx';

interface WhereProps {
  readonly coverage: Coverage;
  readonly only: QualityStatusName | undefined;
  readonly onPick: (status: QualityStatusName | undefined) => void;
  /** Opens a part of the area by its name as it was on the day. */
  readonly openPart: (name: string) => (() => void) | undefined;
}

/** Where: the map while its communes exist, before that the units of the time. */
export function Where({ coverage, only, onPick, openPart }: WhereProps) {
  const { t, language } = useMessages();
  const { rows, asOf, regions } = coverage;
  const beforeMap = asOf < mapValidFrom;
  const map = useQuery({ ...communeMap, enabled: !beforeMap });
  const shown = only ? rows.filter(({ status }) => status === only) : rows;
  const byParent = partsByParent(coverage);
  const mapped = map.data?.some(({ code }) => rows.some((row) => row.code === code)) === true;
  return (
    <>
      <ChartSection
        title={t('statistics:where-heading')}
        tableLabel={t('statistics:table-units', { count: formatNumber(shown.length, language) })}
        table={<UnitTable rows={shown} asOf={asOf} />}
        words={
          <p>
            {coverage.lapsed > 0
              ? t('statistics:where-lapsed', { count: formatNumber(coverage.lapsed, language) })
              : t('statistics:where-no-lapse')}
          </p>
        }
      >
        {beforeMap ? (
          <>
            <Notice>{t('statistics:map-not-yet')}</Notice>
            {byParent.length < 2 && (
              <div className="unit-list">
                <UnitTable rows={shown} asOf={asOf} />
              </div>
            )}
          </>
        ) : map.isError ? (
          <Notice tone="soon">{t('statistics:map-failed')}</Notice>
        ) : map.isPending ? (
          <Skeleton height={400} radius={2} />
        ) : mapped ? (
          <MapPicture shapes={map.data} rows={rows} asOf={asOf} only={only} />
        ) : (
          <div className="unit-list">
            <UnitTable rows={shown} asOf={asOf} />
          </div>
        )}
        <Legend funnel={coverage.funnel} only={only} onPick={onPick} />
      </ChartSection>
      {beforeMap && byParent.length > 1 && (
        <RegionBars
          title={t('statistics:districts-heading')}
          regions={byParent.map((part) => ({ ...part, onOpen: openPart(part.name) }))}
        />
      )}
      {regions.length > 1 && (
        <RegionBars
          title={t('statistics:regions-heading')}
          regions={regions.map((region) => ({
            ...region,
            name: t('statistics:region-of', { name: region.name.replace(/^(Tỉnh|Thành phố) /, '') }),
          }))}
        />
      )}
    </>
  );
}

function funnelOf(units: Coverage['rows']): Funnel {
  const count = (status: QualityStatusName) => units.filter((unit) => unit.status === status).length;
  return {
    'not-started': count('not-started'),
    building: count('building'),
    applying: count('applying'),
    'declared-maintained': count('declared-maintained'),
    'declared-lapsed': count('declared-lapsed'),
    closed: count('closed'),
  };
}

/** Sums by what stood over the units on the day: districts, while there were any. */
function partsByParent({ rows }: Coverage): Region[] {
  return [...Map.groupBy(rows, ({ parentName }) => parentName ?? '')]
    .map(([name, units]) => ({
      id: name,
      name,
      units: units.length,
      funnel: funnelOf(units),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
}
