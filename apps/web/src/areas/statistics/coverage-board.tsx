import './board.css';
import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { coverageReaders } from '@kycuong/domain/statistics/coverage-readers.ts';
import { AsOfDate } from '@kycuong/ui/console/as-of-date.tsx';
import { LoadFailed } from '@kycuong/ui/console/load-failed.tsx';
import { LoadingRows } from '@kycuong/ui/console/loading.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatDate, formatInstant, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { failureText, refusalOf } from '../../refusal.ts';
import { holdsAny } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { NotAllowed } from '../../shell/not-allowed.tsx';
import { AreaSelect } from './area-select.tsx';
import { coverageRoute } from './coverage-route.tsx';
import type { Area, Coverage } from './figures.ts';
import { FunnelChart } from './funnel.tsx';
import { OverdueActions } from './overdue-actions.tsx';
import { RedeclareList } from './redeclare-list.tsx';
import { RepeatFaults } from './repeat-faults.tsx';
import { ShareDeclared } from './share-declared.tsx';
import { Where } from './where.tsx';

/** Days that people ask about: the day after the reform, its eve, and the first count of communes. */
const presets: readonly PlainDate[] = ['2025-07-02', '2025-06-30', '2020-09-30'];
const seriesMonths = 24;

/** One look for leaders: how far, where, what hurts; on any day, for any area, each figure with its way down. */
export const CoverageBoard = guarded((account) => holdsAny(account, coverageReaders), ChosenBoard);

function ChosenBoard() {
  const { t } = useMessages();
  const { data: areas } = useSuspenseQuery(trpc.statistics.areas.queryOptions({}));
  const search = coverageRoute.useSearch();
  const area = areas.find(({ id }) => id === search.area) ?? areas[0];
  if (area === undefined)
    return (
      <>
        <PageHeader title={t('statistics:board-title')} />
        <div className="kc-page">
          <EmptyState title={t('statistics:no-area-title')}>{t('statistics:no-area-text')}</EmptyState>
        </div>
      </>
    );
  return <Board area={area} areas={areas} />;
}

function Board({ area, areas }: { readonly area: Area; readonly areas: readonly Area[] }) {
  const { t, language } = useMessages();
  const search = coverageRoute.useSearch();
  const navigate = useNavigate();
  const today = dateInVietnam(new Date());
  const asOf = search.asOf ?? today;
  const input = { areaId: area.id, asOf };
  const coverage = useQuery(
    trpc.statistics.coverage.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  const go = (change: Partial<typeof search>) =>
    navigate({
      to: '/coverage',
      search: (before) => ({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    });
  const shown = coverage.data;
  if (refusalOf(coverage.error)?.key === 'access.forbidden') return <NotAllowed />;
  return (
    <>
      <PageHeader
        title={t('statistics:board-title')}
        subtitle={
          shown &&
          t(subtitleOf(area, shown.asOf), {
            area: area.name,
            count: formatNumber(shown.units, language),
            date: formatDate(shown.asOf),
          })
        }
        acts={
          <>
            <AreaSelect areas={areas} value={area.id} onChange={(id) => void go({ area: id })} />
            <AsOfDate
              value={asOf}
              today={today}
              presets={presets}
              onChange={(date) => void go({ asOf: date === today ? undefined : date })}
            />
            <Button icon="print" onClick={() => window.print()}>
              {t('statistics:print')}
            </Button>
          </>
        }
      />
      {coverage.isError ? (
        <LoadFailed onRetry={() => void coverage.refetch()} busy={coverage.isFetching}>
          {failureText(coverage.error, t)}
        </LoadFailed>
      ) : shown === undefined ? (
        <div className="kc-page">
          <LoadingRows />
        </div>
      ) : shown.units === 0 ? (
        <EmptyState title={t('statistics:no-units-title')}>{t('statistics:no-units-text')}</EmptyState>
      ) : (
        <Columns
          coverage={shown}
          only={search.status}
          onPick={(status) => void go({ status })}
          openPart={(name) => {
            const part = areas.find((other) => other.name === name && inForce(other, shown.asOf));
            return part && part.id !== area.id ? () => void go({ area: part.id }) : undefined;
          }}
          stale={coverage.isPlaceholderData}
        />
      )}
    </>
  );
}

function inForce({ validFrom, validUntil }: Area, day: PlainDate): boolean {
  return validFrom <= day && (validUntil === null || day <= validUntil);
}

function subtitleOf(area: Area, asOf: PlainDate) {
  if (inForce(area, asOf)) return 'statistics:board-units' as const;
  return asOf < area.validFrom
    ? ('statistics:board-predecessors' as const)
    : ('statistics:board-successors' as const);
}

interface ColumnsProps extends Pick<Parameters<typeof Where>[0], 'only' | 'onPick' | 'openPart'> {
  readonly coverage: Coverage;
  /** Figures of the day before the one asked for, until the new ones come. */
  readonly stale: boolean;
}

function Columns({ coverage, stale, ...where }: ColumnsProps) {
  const { t } = useMessages();
  const { asOf } = coverage;
  const input = { areaId: coverage.area.id, asOf };
  const series = useQuery(
    trpc.statistics.coverageSeries.queryOptions(
      { areaId: input.areaId, until: asOf, months: seriesMonths },
      { placeholderData: keepPreviousData },
    ),
  );
  const { seesActions } = coverage;
  const overdue = useQuery(trpc.statistics.overdue.queryOptions(input, { enabled: seesActions }));
  const repeats = useQuery(trpc.statistics.repeatFindings.queryOptions(input, { enabled: seesActions }));
  const sample = coverage.rows.some((row) => row.sample);
  return (
    <div className="board-frame" aria-busy={stale}>
      <div className="board">
        <div className="board-column">
          <ShareDeclared coverage={coverage} series={series.data} />
          <FunnelChart coverage={coverage} />
          {seesActions && <RedeclareList areaId={input.areaId} asOf={asOf} short />}
        </div>
        <div className="board-column">
          <Where coverage={coverage} {...where} />
        </div>
        <div className="board-column">
          {overdue.data && <OverdueActions {...overdue.data} />}
          {repeats.data && <RepeatFaults {...repeats.data} />}
          {!seesActions && <RedeclareList areaId={input.areaId} asOf={asOf} short={false} />}
        </div>
      </div>
      <footer className="board-foot">
        <span>
          {t('statistics:figures-at', { time: formatInstant(new Date()) })}
          {sample && ` ${t('statistics:sample-note')}`}
        </span>
        <span>{t('statistics:map-note')}</span>
      </footer>
    </div>
  );
}
