import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { Matter, MatterSection } from '@kycuong/ui/console/matter.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { Overtaken } from '../../decision/overtaken.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { RoundStateTag, roundFieldKeys, roundFormKeys } from '../../states/round-state.tsx';
import { ConclusionState } from './conclusion-state.tsx';
import { IssueRoundForm } from './issue-round-form.tsx';
import type { RoundDetails } from './round-details.ts';
import { RoundFacts } from './round-facts.tsx';
import { RoundHistory } from './round-history.tsx';
import { useVisitColumns } from './use-visit-columns.tsx';

export const roundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rounds/$roundId',
  component: RoundPage,
});

function RoundPage() {
  const { t } = useMessages();
  const { roundId } = roundRoute.useParams();
  const navigate = useNavigate();
  const { data: round } = useSuspenseQuery(trpc.planning.getRound.queryOptions({ roundId }));
  const columns = useVisitColumns(round.status === 'draft');
  const [issuing, setIssuing] = useState(false);
  return (
    <>
      <PageHeader
        crumb={<Link to="/rounds">{t('planning:title')}</Link>}
        here={round.code}
        title={round.name}
        tags={
          <>
            <RoundStateTag round={round} />
            <Tag>{t(roundFormKeys[round.form])}</Tag>
            <Tag>{t(roundFieldKeys[round.field])}</Tag>
          </>
        }
        acts={<RoundActs round={round} issuing={issuing} onIssue={() => setIssuing(true)} />}
      />
      <Matter
        facts={
          <>
            <RoundFacts round={round} />
            <MatterSection title={t('planning:history')}>
              <RoundHistory round={round} />
            </MatterSection>
          </>
        }
      >
        <NoticeWarnings round={round} />
        {issuing && !round.acts.issue && <Overtaken />}
        {issuing && <IssueRoundForm round={round} onClose={() => setIssuing(false)} />}
        <MatterSection title={t('planning:where-inspected')}>
          <DataTable
            label={t('planning:where-inspected')}
            columns={columns}
            rows={round.visits}
            rowKey={({ visitId }) => visitId}
            onChoose={(visitId) => void navigate({ to: '/visits/$visitId', params: { visitId } })}
          />
        </MatterSection>
        <MatterSection title={t('planning:conclusion')}>
          <ConclusionState round={round} />
        </MatterSection>
      </Matter>
    </>
  );
}

interface RoundActsProps {
  readonly round: RoundDetails;
  readonly issuing: boolean;
  readonly onIssue: () => void;
}

/** The one act that moves the round on, for who may do it. */
function RoundActs({ round, issuing, onIssue }: RoundActsProps) {
  const { t } = useMessages();
  const { acts, conclusion, id: roundId } = round;
  if (acts.issue)
    return (
      <Button kind="main" icon="send" disabled={issuing} onClick={onIssue}>
        {t('planning:issue')}
      </Button>
    );
  if (acts.submitReport)
    return (
      <Link to="/rounds/$roundId/report" params={{ roundId }} className={buttonClass({ kind: 'main' })}>
        {t('planning:write-report')}
      </Link>
    );
  if (conclusion === null) return null;
  const seen = acts.issueConclusion
    ? 'planning:issue-conclusion'
    : conclusion.issuedOn === null
      ? 'planning:see-draft-conclusion'
      : 'planning:see-conclusion';
  return (
    <Link
      to="/conclusions/$conclusionId"
      params={{ conclusionId: conclusion.conclusionId }}
      className={buttonClass({ kind: acts.issueConclusion ? 'main' : 'plain' })}
    >
      {t(seen)}
    </Link>
  );
}

function NoticeWarnings({ round }: { readonly round: RoundDetails }) {
  const { t } = useMessages();
  const warnings = round.status === 'draft' ? round.noticeWarnings : [];
  if (warnings.length === 0) return null;
  return (
    <MatterSection title={t('planning:notice')}>
      <Notice tone="soon" icon="info" title={t('planning:notice-short')}>
        <ul>
          {warnings.map(({ unitId, workingDays }) => (
            <li key={unitId}>
              {t('planning:notice-short-unit', {
                unit: round.visits.find(({ unit }) => unit?.id === unitId)?.unit?.name,
                days: Math.max(0, workingDays),
              })}
            </li>
          ))}
        </ul>
      </Notice>
    </MatterSection>
  );
}
