import type { QualityStatusName } from '@kycuong/domain/quality/quality-status.ts';
import { formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { type Funnel, statusOrder } from './figures.ts';
import { StatusSwatch } from './status-bar.tsx';

interface LegendProps {
  readonly funnel: Funnel;
  readonly only: QualityStatusName | undefined;
  readonly onPick: (status: QualityStatusName | undefined) => void;
}

/** The levels with their counts; pressing one leaves only it on the map, pressing it again brings all back. */
export function Legend({ funnel, only, onPick }: LegendProps) {
  const { t, language } = useMessages();
  return (
    <div className="legend">
      {statusOrder
        .filter((status) => status !== 'closed' || funnel.closed > 0)
        .map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={only === status}
            disabled={funnel[status] === 0 && only !== status}
            onClick={() => onPick(only === status ? undefined : status)}
          >
            <StatusSwatch status={status} />
            <span>{t(`quality:status-${status}`)}</span>
            <b>{formatNumber(funnel[status], language)}</b>
          </button>
        ))}
      <p role="status">
        {only
          ? t('statistics:map-filtered', { status: t(`quality:status-${only}`), count: funnel[only] })
          : t('statistics:map-hint')}
      </p>
    </div>
  );
}
