import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { Reason } from '../../use-quality.ts';

/** A ground of the status as a sentence: what happened, when, and how long it holds. */
export function useFactWords(): (reason: Reason) => string {
  const { t } = useMessages();
  return ({ fact, date, until }) =>
    t(`quality:fact-${fact}`, {
      date: date === null ? '' : formatDate(date),
      until: until === null ? '' : formatDate(until),
    });
}
