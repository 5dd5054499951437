import { basisName } from '@kycuong/domain/checklist/basis-name.ts';
import type { LegalBasis } from '@kycuong/domain/checklist/legal-basis.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';

/** From when to when a provision holds, and what holds in its place of those that are shown. */
export function useDaysInForce(shown: readonly LegalBasis[]): (basis: LegalBasis) => string {
  const { t, language } = useMessages();
  return ({ effectiveFrom, effectiveUntil, replacedBy = [] }) => {
    const from = formatDate(effectiveFrom);
    if (!effectiveUntil) return t('checklist:from-date', { from });
    const days = t('checklist:from-until', { from, until: formatDate(effectiveUntil) });
    const later = shown.filter(({ id }) => replacedBy.includes(id));
    if (later.length === 0) return days;
    const names = later.map((basis) => basisName(basis, language)).join('; ');
    return `${days}, ${t('checklist:replaced-by', { names })}`;
  };
}
