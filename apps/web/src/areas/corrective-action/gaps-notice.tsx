import { FormFrameContext } from '@kycuong/ui/form/form-frame.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useContext } from 'react';
import type { ShownAction } from './action-query.ts';
import type { Gap } from './answer-gaps.ts';
import { useOffice } from './use-office.ts';

interface GapsNoticeProps {
  readonly gaps: readonly Gap[];
  readonly action: ShownAction;
}

/** What is missing before sending, each a way to its field, and what happens afterwards. */
export function GapsNotice({ gaps, action }: GapsNoticeProps) {
  const { t } = useMessages();
  const { prefix } = useContext(FormFrameContext);
  const office = useOffice(action);
  const { unit, amount } = action.judging;
  const length = t(`conclusion:due-${unit}`, { count: amount });
  const after = t('corrective-action:gaps-after', { office, length });
  if (gaps.length === 0)
    return (
      <Notice tone="done" title={t('corrective-action:ready-title')}>
        {after}
      </Notice>
    );
  return (
    <Notice tone="soon" icon="partly">
      <b>{t('corrective-action:gaps-title', { count: gaps.length })}</b>{' '}
      {gaps.map(({ field, key, row }, index) => (
        <span key={field}>
          {index > 0 && ', '}
          <button
            type="button"
            className="gap-link"
            onClick={() => document.getElementById(`${prefix}${field}`)?.focus()}
          >
            {t(key, { row })}
          </button>
        </span>
      ))}
      . {after}
    </Notice>
  );
}
