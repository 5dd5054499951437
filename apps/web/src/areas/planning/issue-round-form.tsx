import { isBlank } from '@kycuong/domain/input/storable-text.ts';
import { IssueRound } from '@kycuong/domain/planning/issue-round.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { ChangedNotice } from '../../decision/changed-notice.tsx';
import { LastLook } from '../../decision/last-look.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import type { RoundDetails } from './round-details.ts';

interface IssueRoundFormProps {
  readonly round: RoundDetails;
  readonly onClose: () => void;
}

/** What the issue brings about, and why the notice is short where it is. */
export function IssueRoundForm({ round, onClose }: IssueRoundFormProps) {
  const { t } = useMessages();
  const { id: roundId, team, visits, noticeWarnings, daysOff, version } = round;
  const form = useDomainForm(IssueRound, { roundId, shortNoticeReason: '' }, async ({ shortNoticeReason }) =>
    noticeWarnings.length > 0 && isBlank(shortNoticeReason ?? '')
      ? [{ field: 'shortNoticeReason', key: 'planning.notice-reason-needed', details: {} }]
      : [],
  );
  const [seen, setSeen] = useState(version);
  const { send, busy } = useCommand(trpc.planning.issueRound.mutationOptions(), {
    form,
    onDone: ({ warnings }) => {
      onClose();
      notifyDone(
        warnings.length > 0 ? t('planning:issued-short', { count: warnings.length }) : t('planning:issued'),
      );
    },
  });
  const places = visits.flatMap(({ unit, plannedOn }) =>
    unit === null ? [] : [t('planning:place-on', { unit: unit.name, date: formatDate(plannedOn) })],
  );
  return (
    <KeptForm
      form={form}
      title={t('planning:issue-title')}
      name="issue"
      onSubmit={(payload) => send({ ...payload, seen })}
    >
      <LastLook
        title={t('planning:issue-title')}
        lead={t('planning:issue-lead')}
        follows={[
          t('planning:issue-decision', {
            number: round.decisionNo,
            date: formatDate(round.decisionDate),
            by: round.decidedBy,
          }),
          t('planning:issue-team', { count: team.length }),
          t(round.form === 'unannounced' ? 'planning:issue-secret' : 'planning:issue-told', {
            count: places.length,
            places: places.join('; '),
          }),
          ...daysOff.map(({ unitName, plannedOn }) =>
            t('planning:issue-day-off', { unit: unitName, date: formatDate(plannedOn) }),
          ),
          t('planning:issue-final'),
        ]}
        confirm={t('planning:issue-confirm')}
        busy={busy}
        onCancel={onClose}
      >
        {seen !== version && <ChangedNotice onRead={() => setSeen(version)} />}
        {noticeWarnings.length > 0 && (
          <TextAreaField
            control={form.control}
            name="shortNoticeReason"
            label={t('planning:notice-reason')}
            help={t('planning:notice-reason-help')}
            rows={2}
          />
        )}
      </LastLook>
    </KeptForm>
  );
}
