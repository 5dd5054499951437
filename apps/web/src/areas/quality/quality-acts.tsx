import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Link } from '@tanstack/react-router';
import type { Quality } from '../../use-quality.ts';

/** What the reader may record; filled is what the status asks for first. */
export function QualityActs({ quality: { unit, may, status, missing } }: { readonly quality: Quality }) {
  const { t } = useMessages();
  const params = { unitId: unit.id };
  const broken = new Set(status.reasons.filter(({ met }) => !met).map(({ rule }) => rule));
  const first = may.start
    ? 'start'
    : broken.has('audit-yearly') || missing.includes('quality.audit-missing')
      ? 'audit'
      : broken.has('review-yearly') || missing.includes('quality.review-missing')
        ? 'review'
        : may.events.length > 0 && status.status !== 'declared-maintained'
          ? 'step'
          : undefined;
  const look = (act: string) => buttonClass({ kind: act === first ? 'main' : 'plain' });
  return (
    <>
      {may.close && (
        <Link to="/quality-systems/$unitId/close" params={params} className={buttonClass({ kind: 'quiet' })}>
          {t('quality:record-close')}
        </Link>
      )}
      {may.events.length > 0 && (
        <Link to="/quality-systems/$unitId/step" params={params} className={look('step')}>
          {t('quality:record-event')}
        </Link>
      )}
      {may.review && (
        <Link to="/quality-systems/$unitId/review" params={params} className={look('review')}>
          {t('quality:record-review')}
        </Link>
      )}
      {may.audit && (
        <Link to="/quality-systems/$unitId/audit" params={params} className={look('audit')}>
          {t('quality:record-audit')}
        </Link>
      )}
      {may.start && (
        <Link to="/quality-systems/$unitId/start" params={params} className={look('start')}>
          <Icon name="plus" />
          {t('quality:record-start')}
        </Link>
      )}
    </>
  );
}
