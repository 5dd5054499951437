import { useMessages } from '@kycuong/ui/i18n.ts';
import type { ShownAction } from './action-query.ts';

/** The body that judges the answer, by name. */
export function useOffice({ judgedBy }: Pick<ShownAction, 'judgedBy'>): string {
  const { t } = useMessages();
  return judgedBy ?? t('corrective-action:office');
}
