import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import type { Quality } from '../../use-quality.ts';

/** What the head owes after declaring: each with the day on which it was done. */
export function DeclarationDuties({ duties }: { readonly duties: NonNullable<Quality['duties']> }) {
  const { t } = useMessages();
  return (
    <ul className="reasons">
      {duties.map(({ duty, onDate }) => (
        <li key={duty} className={onDate === null ? 'kc-tone-soon' : 'kc-tone-done'}>
          <Icon name={onDate === null ? 'failed' : 'done'} />
          <div>
            <p>
              {t(`quality:duty-${duty}`)}: {onDate === null ? t('quality:duty-open') : formatDate(onDate)}
            </p>
            <small>{t('quality:source', { source: t('quality:duties-source') })}</small>
          </div>
        </li>
      ))}
    </ul>
  );
}
