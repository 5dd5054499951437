import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { Matter, MatterSection } from '@kycuong/ui/console/matter.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useOpened } from '../../decision/use-opened.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { AskedOfUnits } from './asked-of-units.tsx';
import type { ConclusionDetails } from './conclusion-details.ts';
import { ConclusionStateWord } from './conclusion-state-word.tsx';
import { IssueForm } from './issue-form.tsx';
import { NoticeSheet } from './notice-sheet.tsx';

export const conclusionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conclusions/$conclusionId',
  component: ConclusionPage,
});

function ConclusionPage() {
  const { t } = useMessages();
  const { conclusionId } = conclusionRoute.useParams();
  const [issuedOn, setIssuedOn] = useState(() => dateInVietnam(new Date()));
  const { data: first } = useSuspenseQuery(trpc.conclusion.get.queryOptions({ conclusionId }));
  // The date being typed moves the due dates of the draft; until they come the former ones stay.
  const { data: dated } = useQuery(
    trpc.conclusion.get.queryOptions(
      { conclusionId, issuedOn },
      { enabled: first.acts.issue, placeholderData: keepPreviousData },
    ),
  );
  const conclusion = first.acts.issue ? (dated ?? first) : first;
  const { thing: open, isOvertaken, letGo } = useOpened(conclusionId, first.acts.issue || undefined);
  return (
    <>
      <PageHeader
        crumb={<Link to="/conclusions">{t('conclusion:title')}</Link>}
        here={conclusion.number ?? conclusion.round.code}
        title={conclusion.round.name}
        tags={<ConclusionStateWord tag status={conclusion.status} />}
        acts={
          <>
            <Button icon="print" onClick={() => window.print()}>
              {t('conclusion:print')}
            </Button>
            <a className={buttonClass()} href={`/api/conclusion/${conclusionId}.docx`} download>
              <Icon name="download" />
              <span>{t('conclusion:download')}</span>
            </a>
          </>
        }
      />
      <Matter facts={<ConclusionFacts conclusion={conclusion} />}>
        {open && (
          <MatterSection title={t('conclusion:issue-title')}>
            <IssueForm
              conclusion={first}
              today={dateInVietnam(new Date())}
              onDate={setIssuedOn}
              isOvertaken={isOvertaken}
              onDone={letGo}
            />
          </MatterSection>
        )}
        <MatterSection title={t('conclusion:preview')}>
          <p className="kc-field-help">{t('conclusion:preview-lead')}</p>
          <NoticeSheet notice={conclusion.notice} />
        </MatterSection>
        <MatterSection title={t('conclusion:asked-of-units')}>
          <AskedOfUnits conclusion={conclusion} />
        </MatterSection>
      </Matter>
    </>
  );
}

function ConclusionFacts({ conclusion }: { readonly conclusion: ConclusionDetails }) {
  const { t } = useMessages();
  const { round, report } = conclusion;
  return (
    <>
      <MatterSection title={t('conclusion:round')}>
        <Facts
          items={[
            [
              t('planning:code'),
              <Link key="round" to="/rounds/$roundId" params={{ roundId: round.id }}>
                {round.code}
              </Link>,
            ],
            [
              t('planning:decision'),
              t('planning:decision-of', {
                number: round.decisionNo,
                date: formatDate(round.decisionDate),
              }),
            ],
            [t('planning:lead-unit'), conclusion.leadUnitName],
            ...(conclusion.number
              ? [
                  [t('conclusion:number'), conclusion.number] as const,
                  [t('conclusion:issued-on'), formatDate(conclusion.issuedOn ?? '')] as const,
                  [
                    t('conclusion:signer'),
                    [conclusion.signerAuthority, conclusion.signerTitle, conclusion.signer]
                      .filter(Boolean)
                      .join(' '),
                  ] as const,
                ]
              : []),
          ]}
        />
      </MatterSection>
      {report && (
        <MatterSection title={t('conclusion:section-report')}>
          <p className="report-text">{report}</p>
          <small>
            {t('conclusion:who-reported', {
              name: conclusion.submittedByName,
              when: formatInstant(conclusion.submittedAt),
            })}
          </small>
        </MatterSection>
      )}
    </>
  );
}
