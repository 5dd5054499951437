import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';

export function NotFoundPage() {
  const { t } = useMessages();
  useEffect(() => {
    document.title = `${t('shell:not-found-title')} · Kỷ Cương`;
  }, [t]);
  return (
    <main className="lone-page">
      <EmptyState
        icon="search"
        heading
        title={t('shell:not-found-title')}
        act={
          <Link to="/" className={buttonClass()}>
            {t('shell:back-home')}
          </Link>
        }
      >
        {t('shell:not-found-text')}
      </EmptyState>
    </main>
  );
}
