import type { Explanation } from '@kycuong/ui/console/why.tsx';
import { formatDate, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { ActionDetails } from './action-details.ts';

/** Why the last day for the answer is that day. */
export function useDueReasons(action: ActionDetails): Explanation {
  const { t, language } = useMessages();
  const { explanation, unconfirmedYears, dueInWorkingDays, issuedOn, dueOn } = action;
  const holidays = explanation.filter(({ reason }) => reason === 'holiday');
  const weekends = explanation.filter(({ reason }) => reason === 'weekly-rest').length;
  return {
    facts: [
      [t('corrective-action:why-issued'), formatDate(issuedOn)],
      [t('corrective-action:why-days'), t('corrective-action:why-days-value', { count: dueInWorkingDays })],
      ...(weekends > 0
        ? [[t('corrective-action:why-weekends'), formatNumber(weekends, language)] as const]
        : []),
      ...holidays.map(
        ({ date, holiday }) =>
          [
            t('corrective-action:why-off-label'),
            t('corrective-action:why-off', {
              date: formatDate(date),
              name: (language === 'vi' ? holiday?.nameVi : holiday?.nameEn) ?? '',
            }),
          ] as const,
      ),
      [t('corrective-action:why-due'), formatDate(dueOn)],
    ],
    rule: (
      <>
        {t('corrective-action:why-rule')}
        {unconfirmedYears.length > 0 && (
          <> {t('corrective-action:why-unconfirmed', { years: unconfirmedYears.join(', ') })}</>
        )}
      </>
    ),
    source: t('corrective-action:why-source'),
  };
}
