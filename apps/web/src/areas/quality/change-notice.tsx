import type { QualityStatusName } from '@kycuong/domain/quality/quality-status.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import type { Quality } from '../../use-quality.ts';
import { useFactWords } from './fact-words.ts';

interface ChangeNoticeProps {
  readonly was: QualityStatusName;
  readonly status: Quality['status'];
}

/** What the record just made has changed, and why; or why nothing has. */
export function ChangeNotice({ was, status }: ChangeNoticeProps) {
  const { t } = useMessages();
  const factWords = useFactWords();
  const changed = was !== status.status;
  const now = t(`quality:status-${status.status}`);
  const broken = status.reasons.filter(({ met }) => !met);
  const words = (broken.length > 0 ? broken : status.reasons).map(factWords).join('; ');
  return (
    <Notice
      role="status"
      tone={broken.length > 0 ? 'soon' : 'done'}
      title={
        changed
          ? t('quality:changed-title', { was: t(`quality:status-${was}`), status: now })
          : t('quality:unchanged-title', { status: now })
      }
    >
      {broken.length > 0
        ? t('quality:still-missing', { facts: words })
        : t('quality:because', { facts: words })}
    </Notice>
  );
}
