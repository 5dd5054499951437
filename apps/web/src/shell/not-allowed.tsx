import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Link } from '@tanstack/react-router';

/** In the place of a page that is not this person's: trying again would not help. */
export function NotAllowed() {
  const { t } = useMessages();
  return (
    <div className="lone-page">
      <EmptyState
        icon="lock"
        heading
        title={t('errors:access.forbidden')}
        act={
          <Link to="/" className={buttonClass()}>
            {t('shell:back-home')}
          </Link>
        }
      />
    </div>
  );
}
