import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import type { ReactNode } from 'react';

interface ChangedNoticeProps {
  readonly title?: string;
  /** The button's words. */
  readonly read?: string;
  readonly onRead: () => void;
  /** What stands by now, where the page does not show it. */
  readonly children?: ReactNode;
}

/** Somebody changed what a form decides on since it was opened: that counts as read when the person says so. */
export function ChangedNotice({ title, read, onRead, children }: ChangedNoticeProps) {
  const { t } = useMessages();
  return (
    <Notice
      tone="soon"
      icon="warning"
      role="alert"
      title={title ?? t('shell:changed-since')}
      acts={<Button onClick={onRead}>{read ?? t('shell:changed-read')}</Button>}
    >
      {children ?? t('shell:changed-since-text')}
    </Notice>
  );
}
