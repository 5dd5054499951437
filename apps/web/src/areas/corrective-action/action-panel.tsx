import { LoadFailed } from '@kycuong/ui/console/load-failed.tsx';
import { LoadingRows } from '@kycuong/ui/console/loading.tsx';
import { PanelSection, SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatDeadline, formatInstant, formatWeekdayDate, sentenceCase } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureText } from '../../refusal.ts';
import { signedDays } from '../../signed-days.ts';
import { FoundWords } from './action-facts.tsx';
import { actionQuery, type ShownAction } from './action-query.ts';
import type { ActionRow } from './action-rows.ts';
import { partsWritten } from './answer-gaps.ts';
import { startingContent } from './starting-content.ts';
import { useOffice } from './use-office.ts';

interface ActionPanelProps {
  readonly row: ActionRow;
  readonly onClose: () => void;
}

/** The action beside its list: enough to decide whether to open it, and the act that moves it on. */
export function ActionPanel({ row, onClose }: ActionPanelProps) {
  const { t, language } = useMessages();
  const { data, error, refetch, isFetching } = useQuery(actionQuery(row.actionId));
  const clock = row.deadline ?? row.judgement;
  const act = data?.acts.answer
    ? 'corrective-action:open-to-answer'
    : data?.acts.accept
      ? 'corrective-action:open-to-judge'
      : 'corrective-action:open';
  return (
    <SidePanel
      label={t('corrective-action:panel-label')}
      number={row.code}
      title={row.title}
      subtitle={
        <>
          {row.unit.name}
          {clock && (
            <>
              {' · '}
              <b>{formatDeadline(signedDays(clock), language)}</b>
            </>
          )}
        </>
      }
      onClose={onClose}
      acts={
        <Link
          to="/corrective-actions/$actionId"
          params={{ actionId: row.actionId }}
          className={buttonClass({ kind: 'main' })}
        >
          {t(act)}
        </Link>
      }
    >
      <PanelNotice row={row} action={data} />
      <Facts
        items={[
          [
            t(row.judgement ? 'corrective-action:judge-due' : 'corrective-action:answer-due'),
            formatWeekdayDate(row.judgement?.dueOn ?? row.dueOn, language),
          ],
          [t('corrective-action:severity'), sentenceCase(t(`corrective-action:severity-${row.severity}`))],
          [t('corrective-action:conclusion'), row.conclusionNumber ?? '–'],
        ]}
      />
      {error ? (
        <LoadFailed busy={isFetching} onRetry={() => void refetch()}>
          {failureText(error, t)}
        </LoadFailed>
      ) : data === undefined ? (
        <LoadingRows rows={4} />
      ) : (
        <PanelBody action={data} />
      )}
    </SidePanel>
  );
}

function PanelNotice({ row, action }: { readonly row: ActionRow; readonly action: ShownAction | undefined }) {
  const { t } = useMessages();
  const office = useOffice({ judgedBy: action?.judgedBy ?? null });
  if (row.deadline?.kind !== 'overdue') return null;
  return (
    <Notice tone="late" title={t('corrective-action:overdue-notice')}>
      {t('corrective-action:overdue-text', { office })}
    </Notice>
  );
}

function PanelBody({ action }: { readonly action: ShownAction }) {
  const { t } = useMessages();
  const [answer] = action.answers;
  const written = partsWritten(startingContent(action), action.issuedOn);
  return (
    <>
      <PanelSection title={t('corrective-action:found')}>
        <FoundWords action={action} />
      </PanelSection>
      <PanelSection title={t('corrective-action:requirement')}>
        <p>{action.requirement}</p>
      </PanelSection>
      <PanelSection title={t('corrective-action:answer-progress')}>
        {action.draft && action.acts.answer ? (
          <p>
            {t('corrective-action:step-drafting', { done: written })}
            <br />
            <span className="kc-meta">{formatInstant(action.draft.savedAt)}</span>
          </p>
        ) : answer ? (
          <p>
            {t('corrective-action:answer-by', {
              name: answer.submittedBy,
              when: formatInstant(answer.submittedAt),
            })}
            {answer.outcomeReason && <q className="action-quote">{answer.outcomeReason}</q>}
          </p>
        ) : (
          <p>{t('corrective-action:nothing-yet')}.</p>
        )}
      </PanelSection>
    </>
  );
}
