import type { RequirementDeadline } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';

type Due = Pick<RequirementDeadline, 'unit' | 'amount' | 'event'>;

/** A deadline as it was set: `10 ngày làm việc`, `2 tháng từ ngày ký biên bản`, or that a day was named. */
export function useDeadlineWords(): (due: Due) => string {
  const { t } = useMessages();
  return ({ unit, amount, event }) => {
    const length = t(`conclusion:due-${unit}`, { count: amount ?? 0 });
    return event === 'minutes' && unit !== 'date' ? t('conclusion:due-from-minutes', { length }) : length;
  };
}
