import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';

interface ChangedSinceProps {
  /** The version that was on the page when the decision was begun, and what stands by now. */
  readonly seen: string | null | undefined;
  readonly standing: string | null;
  readonly onRead: () => void;
}

/** Somebody changed what is decided on: it is on the page as it is by now, and counts as read when the person says so. */
export function ChangedSince({ seen, standing, onRead }: ChangedSinceProps) {
  const { t } = useMessages();
  if (seen === standing) return null;
  return (
    <Notice
      tone="soon"
      icon="warning"
      role="alert"
      title={t('shell:changed-since')}
      acts={<Button onClick={onRead}>{t('shell:changed-read')}</Button>}
    >
      {t('shell:changed-since-text')}
    </Notice>
  );
}
