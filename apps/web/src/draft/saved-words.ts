import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { formatInstant, formatTime } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { Saving } from './saving.ts';

export function savedIcon({ kind }: Saving): 'cloud-off' | 'not-yet' | 'done' {
  if (kind === 'new') return 'not-yet';
  return kind === 'failed' || kind === 'asking' ? 'cloud-off' : 'done';
}

/** Where the writing stands: "Đã lưu lúc 09:12". */
export function useSavedWords(): (saving: Saving) => string {
  const { t } = useMessages();
  return (saving) => {
    switch (saving.kind) {
      case 'new':
        return t('draft:new');
      case 'saving':
        return t('draft:saving');
      case 'failed':
        return saving.reason ?? t('draft:not-saved');
      case 'asking':
        return t('draft:not-chosen');
      case 'saved': {
        const today = dateInVietnam(new Date()) === dateInVietnam(new Date(saving.at));
        return today
          ? t('draft:saved-at', { time: formatTime(saving.at) })
          : t('draft:saved-on', { when: formatInstant(saving.at) });
      }
    }
  };
}
