import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Link } from '@tanstack/react-router';

interface NoUnitsProps {
  readonly place: { readonly id: string; readonly name: string; readonly inForce: boolean } | undefined;
  readonly on: PlainDate;
  readonly sought: boolean;
  /** Names of earlier days were found, and stand below. */
  readonly former: boolean;
}

/** Why the list is empty: nothing fits, the place is not there that day, nothing is below it, or nothing was imported. */
export function NoUnits({ place, on, sought, former }: NoUnitsProps) {
  const { t } = useMessages();
  if (place && !place.inForce)
    return (
      <EmptyState
        icon="building"
        title={t('organisation:not-that-day', { name: place.name, date: formatDate(on) })}
        act={
          <Link to="/units/$unitId" params={{ unitId: place.id }} className={buttonClass()}>
            {t('organisation:open-page')}
          </Link>
        }
      >
        {t('organisation:not-that-day-text')}
      </EmptyState>
    );
  if (sought)
    return (
      <EmptyState icon="search" title={t(former ? 'organisation:only-former' : 'organisation:nothing-found')}>
        {t(former ? 'organisation:only-former-text' : 'organisation:nothing-found-text')}
      </EmptyState>
    );
  return place ? (
    <EmptyState icon="building" title={t('organisation:empty-below')}>
      {t('organisation:empty-below-text')}
    </EmptyState>
  ) : (
    <EmptyState icon="building" title={t('organisation:empty-title')}>
      {t('organisation:empty-text')}
    </EmptyState>
  );
}
