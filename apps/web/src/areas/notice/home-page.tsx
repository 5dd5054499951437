import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { createRoute } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.tsx';

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: HomePage,
});

function HomePage() {
  const { t, language } = useMessages();
  return (
    <>
      <PageHeader
        title={t('shell:nav-home')}
        subtitle={formatWeekdayDate(dateInVietnam(new Date()), language)}
      />
      <div className="kc-page">
        <EmptyState icon="done" title={t('shell:home-empty-title')}>
          {t('shell:home-empty-text')}
        </EmptyState>
      </div>
    </>
  );
}
