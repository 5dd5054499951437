import type { IssueConclusion } from '@kycuong/domain/conclusion/issue-conclusion.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { ChangedNotice } from '../../decision/changed-notice.tsx';
import { LastLook } from '../../decision/last-look.tsx';
import { whatIsAsked } from './what-is-asked.ts';

interface IssueLookProps {
  readonly payload: IssueConclusion;
  readonly busy: boolean;
  /** What was looked at goes along. */
  readonly onConfirm: (payload: IssueConclusion) => void;
  readonly onCancel: () => void;
}

/** What goes out under which number and day, to whom, and what is asked of them by when. */
export function IssueLook({ payload, busy, onConfirm, onCancel }: IssueLookProps) {
  const { t } = useMessages();
  const { conclusionId, issuedOn, number, signer, signerAuthority, signerTitle } = payload;
  const { data } = useSuspenseQuery(trpc.conclusion.get.queryOptions({ conclusionId, issuedOn }));
  const [seen, setSeen] = useState(data.version);
  const asked = whatIsAsked(data.requirements);
  const dates = [...new Set(asked.flatMap(({ dueOn }) => dueOn))].toSorted().map(formatDate).join('; ');
  return (
    <LastLook
      title={t('conclusion:look-title')}
      lead={t('conclusion:look-lead')}
      follows={[
        t('conclusion:look-paper', {
          number,
          date: formatDate(issuedOn),
          signer: [signerAuthority, signerTitle, signer].filter(Boolean).join(' '),
        }),
        asked.length === 0
          ? t('conclusion:look-nothing-asked')
          : t('conclusion:look-asked', {
              count: data.requirements.length,
              units: t('conclusion:look-units', { count: asked.length }),
              dates,
            }),
        ...asked.map(({ unitName, count, dueOn }) =>
          t('conclusion:look-unit', { unit: unitName, count, dates: dueOn.map(formatDate).join('; ') }),
        ),
        t('conclusion:look-receivers', { round: data.round.code }),
        t('conclusion:look-final'),
      ]}
      confirm={t('conclusion:look-confirm')}
      busy={busy}
      onConfirm={() => onConfirm({ ...payload, seen })}
      onCancel={onCancel}
    >
      {seen !== data.version && <ChangedNotice onRead={() => setSeen(data.version)} />}
    </LastLook>
  );
}
