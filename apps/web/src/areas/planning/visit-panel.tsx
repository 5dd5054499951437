import { LoadingRows } from '@kycuong/ui/console/loading.tsx';
import { PanelSection, SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatDate, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { failureText } from '../../refusal.ts';
import type { RoundRow } from './round-rows.ts';
import { TeamList } from './team-list.tsx';

interface VisitPanelProps {
  readonly row: RoundRow;
  readonly onClose: () => void;
}

/** One visit beside the list: what warns first, then the facts, then what to look at again there. */
export function VisitPanel({ row, onClose }: VisitPanelProps) {
  const { t, language } = useMessages();
  const { round, visit } = row;
  const details = useQuery(trpc.planning.getRound.queryOptions({ roundId: round.roundId }));
  const warning = details.data?.noticeWarnings.find(({ unitId }) => unitId === visit.unit?.id);
  // Before the team is there, a visit has no results to be seen.
  const begun = visit.status !== 'planned';
  const title = visit.unit?.name ?? t('planning:kept-secret');
  return (
    <SidePanel
      label={t('planning:panel-label')}
      number={round.code}
      title={title}
      subtitle={formatWeekdayDate(visit.plannedOn, language)}
      onClose={onClose}
      acts={
        <>
          {begun && (
            <Link
              className={buttonClass({ kind: 'main' })}
              to="/visits/$visitId"
              params={{ visitId: visit.visitId }}
            >
              {t('planning:open-visit')}
            </Link>
          )}
          <Link
            className={buttonClass(begun ? {} : { kind: 'main' })}
            to="/rounds/$roundId"
            params={{ roundId: round.roundId }}
          >
            {t('planning:open-round')}
          </Link>
        </>
      }
    >
      {visit.unit === null && (
        <Notice icon="lock" title={t('planning:kept-secret')}>
          {t('planning:kept-secret-long')}
        </Notice>
      )}
      {warning && round.status === 'draft' && (
        <Notice tone="soon" title={t('planning:notice-short')}>
          {t('planning:notice-short-unit', { unit: title, days: warning.workingDays })}
        </Notice>
      )}
      {details.isPending && <LoadingRows rows={4} />}
      {details.isError && <Notice tone="late">{failureText(details.error, t)}</Notice>}
      {details.data && (
        <Facts
          items={[
            [t('planning:team'), <TeamList key="team" team={details.data.team} />],
            [
              t('planning:checklist'),
              t('planning:checklist-version', {
                title: details.data.checklist.title[language],
                number: details.data.checklist.number,
                items: details.data.checklist.itemCount,
              }),
            ],
            [
              t('planning:decision'),
              t('planning:decision-of', {
                number: round.decisionNo,
                date: formatDate(round.decisionDate),
              }),
            ],
            [t('planning:notice'), noticeWords(details.data.form, details.data.noticedOn, t)],
          ]}
        />
      )}
      {visit.unit && <LookAgain unitId={visit.unit.id} />}
    </SidePanel>
  );
}

function noticeWords(form: string, noticedOn: string | null, t: ReturnType<typeof useMessages>['t']): string {
  if (form === 'unannounced') return t('planning:notice-none');
  return noticedOn === null
    ? t('planning:notice-not-yet')
    : t('planning:notice-on', { date: formatDate(noticedOn) });
}

/** What the unit still owes from earlier rounds. */
function LookAgain({ unitId }: { readonly unitId: string }) {
  const { t } = useMessages();
  const { data } = useQuery(
    trpc.correctiveAction.list.queryOptions({ unitId, states: ['awaiting-answer', 'answered'] }),
  );
  if (data === undefined) return null;
  return (
    <PanelSection title={t('planning:look-again')}>
      {data.actions.length === 0 ? (
        <p>{t('planning:look-again-none')}</p>
      ) : (
        <ul>
          {data.actions.map(({ actionId, code, itemCode, title }) => (
            <li key={actionId}>
              <Link to="/corrective-actions/$actionId" params={{ actionId }}>
                {code}
              </Link>{' '}
              {itemCode && `${itemCode} · `}
              {title}
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  );
}
