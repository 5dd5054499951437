import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import type { Translate } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State, Tag } from '@kycuong/ui/plain/state.tsx';

interface Days {
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
}

/** `từ 01/07/2025`, `từ 01/01/2008 đến hết 30/06/2025`. */
export function daysInWords({ validFrom, validUntil }: Days, t: Translate): string {
  const from = formatDate(validFrom);
  return validUntil === null
    ? t('organisation:days-from', { from })
    : t('organisation:days-from-until', { from, until: formatDate(validUntil) });
}

/** The last day: `31/12/2026`; of what goes on `nay`, unless it has not even begun. */
export function lastDayInWords({ validFrom, validUntil }: Days, today: PlainDate, t: Translate): string {
  if (validUntil !== null) return formatDate(validUntil);
  return t(validFrom > today ? 'organisation:open-end' : 'organisation:still-in-force');
}

/** Whether the interval holds today, has ended, or is still to come. */
export function UnitState({
  days,
  today,
  tag = false,
}: {
  readonly days: Days;
  readonly today: PlainDate;
  readonly tag?: boolean;
}) {
  const { t } = useMessages();
  const Shape = tag ? Tag : State;
  const { validFrom, validUntil } = days;
  if (validFrom > today)
    return (
      <Shape tone="calm" icon="clock">
        {t('organisation:later', { date: formatDate(validFrom) })}
      </Shape>
    );
  if (validUntil !== null && validUntil < today)
    return (
      <Shape tone="calm" icon="not-applicable">
        {t('organisation:ended', { date: formatDate(validUntil) })}
      </Shape>
    );
  return (
    <Shape tone="done" icon="done">
      {t('organisation:in-force')}
    </Shape>
  );
}
