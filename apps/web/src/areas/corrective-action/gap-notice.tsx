import { useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { Fragment } from 'react';
import type { AnswerGap } from './answer-gaps.ts';

/** At the right of a section: there, or what is lacking in it. */
export function GapState({ gaps }: { readonly gaps: readonly AnswerGap[] }) {
  const { t } = useMessages();
  if (gaps.length === 0) return <State tone="done">{t('corrective-action:given')}</State>;
  return (
    <State
      tone={gaps.some(({ row }) => row !== undefined) ? 'soon' : 'calm'}
      icon={gaps.some(({ row }) => row !== undefined) ? 'partly' : 'not-yet'}
    >
      {t('corrective-action:lacking')}
    </State>
  );
}

interface GapNoticeProps {
  readonly gaps: readonly AnswerGap[];
  readonly onGo: (field: string) => void;
}

/** All gaps in one sentence, each a way to its field. */
export function GapNotice({ gaps, onGo }: GapNoticeProps) {
  const { t } = useMessages();
  if (gaps.length === 0)
    return (
      <Notice tone="done" title={t('corrective-action:ready-title')}>
        {t('corrective-action:gaps-after')}
      </Notice>
    );
  return (
    <Notice tone="soon" icon="partly" title={t('corrective-action:gaps-title', { count: gaps.length })}>
      {gaps.map(({ field, key, row }, index) => (
        <Fragment key={field}>
          {index > 0 && ', '}
          <button type="button" className="gap-link" onClick={() => onGo(field)}>
            {t(key, { row })}
          </button>
        </Fragment>
      ))}
      {'. '}
      {t('corrective-action:gaps-after')}
    </Notice>
  );
}
