import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { CoveredUnit } from './figures.ts';

type Row = Pick<CoveredUnit, 'status' | 'since' | 'declaredOn'>;

/** Since when a unit stands where it stands: `Quá hạn duy trì từ 30/9/2026`. */
export function useSinceWords(): (row: Row) => string {
  const { t } = useMessages();
  return ({ status, since, declaredOn }) => {
    const date = since === null ? '' : formatDate(since);
    switch (status) {
      case 'declared-maintained':
        return t('statistics:since-maintained', { date: formatDate(declaredOn ?? since ?? '') });
      case 'declared-lapsed':
        return t('statistics:since-lapsed', { date });
      case 'applying':
        return t('statistics:since-applying', { date });
      case 'building':
        return t('statistics:since-building', { date });
      case 'closed':
        return t('statistics:since-closed', { date });
      case 'not-started':
        return t('statistics:since-none');
    }
  };
}
