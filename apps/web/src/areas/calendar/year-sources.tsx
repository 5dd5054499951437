import { useMessages } from '@kycuong/ui/i18n.ts';
import type { ShownYear } from './shown-days.ts';

/** What each year's days rest on, and what of them is in doubt. */
export function YearSources({ years }: { readonly years: readonly ShownYear[] }) {
  const { t } = useMessages();
  return years.map(({ year, source }) => (
    <p key={year} className="kc-meta">
      {t('calendar:year-rests-on', { year, source })}
    </p>
  ));
}
