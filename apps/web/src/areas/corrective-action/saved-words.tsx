import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { formatInstant, formatTime } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { Saving } from './use-answer-draft.ts';

/** Where the writing stands: "Đã lưu lúc 09:12, chưa gửi". */
export function useSavedWords(): (saving: Saving) => string {
  const { t } = useMessages();
  return (saving) => {
    switch (saving.kind) {
      case 'new':
        return t('corrective-action:not-begun');
      case 'saving':
        return t('corrective-action:saving');
      case 'failed':
        return saving.reason ?? t('corrective-action:not-saved');
      case 'saved': {
        const today = dateInVietnam(new Date()) === dateInVietnam(new Date(saving.at));
        return today
          ? t('corrective-action:saved-at', { time: formatTime(saving.at) })
          : t('corrective-action:saved-on', { when: formatInstant(saving.at) });
      }
    }
  };
}
