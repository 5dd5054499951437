import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import type { ReactNode } from 'react';

interface ChangedMeanwhileProps {
  /** What stands by now. */
  readonly children: ReactNode;
  readonly onRead: () => void;
}

/** Somebody else wrote it after this form was opened: what they wrote, before it is written over. */
export function ChangedMeanwhile({ children, onRead }: ChangedMeanwhileProps) {
  const { t } = useMessages();
  return (
    <Notice
      tone="soon"
      icon="warning"
      role="alert"
      title={t('calendar:changed-meanwhile')}
      acts={<Button onClick={onRead}>{t('calendar:changed-read')}</Button>}
    >
      {children}
    </Notice>
  );
}
