import { Matter, MatterSection } from '@kycuong/ui/console/matter.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { Overtaken } from '../../decision/overtaken.tsx';
import { useOpened } from '../../decision/use-opened.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { roundFormKeys } from '../../states/round-state.tsx';
import { shownVisitState, VisitStateWord } from '../../states/visit-state.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { AnswerTable } from './answer-table.tsx';
import { AwaitedEvidence } from './awaited-evidence.tsx';
import { CloseForm } from './close-form.tsx';
import { ConflictSection } from './conflict-section.tsx';
import { DossierTable } from './dossier-table.tsx';
import { EndNotes } from './end-notes.tsx';
import { FindingList } from './finding-list.tsx';
import { QuarantineSection } from './quarantine-section.tsx';
import { VisitClocks } from './visit-clocks.tsx';
import { answerFilters, type VisitDetails } from './visit-details.ts';
import { VisitFacts } from './visit-facts.tsx';
import './visit.css';

const visitQuery = (visitId: string) => trpc.visit.get.queryOptions({ visitId });

export const visitRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/visits/$visitId',
  validateSearch: addressFilters,
  loader: ({ params }) => queryClient.ensureQueryData(visitQuery(params.visitId)),
  component: VisitPage,
});

function VisitPage() {
  const { t, language } = useMessages();
  const { visitId } = visitRoute.useParams();
  const { data: visit } = useSuspenseQuery(visitQuery(visitId));
  const [closing, setClosing] = useState<string>();
  const { acts, inside, round } = visit;
  const {
    thing: open,
    isOvertaken,
    letGo,
  } = useOpened(closing === visitId ? closing : undefined, acts.close || undefined);
  const title = visit.unit?.name ?? t('planning:kept-secret');
  return (
    <>
      <PageHeader
        crumb={
          <>
            <Link to="/rounds">{t('planning:title')}</Link> /{' '}
            <Link to="/rounds/$roundId" params={{ roundId: round.id }}>
              {round.code}
            </Link>
          </>
        }
        here={title}
        title={t('visit:title', { unit: title })}
        tags={
          <>
            <VisitStateWord tag state={shownVisitState(visit, round.status === 'draft')} />
            <Tag>{t(roundFormKeys[round.form])}</Tag>
            <Tag icon="calendar">{formatWeekdayDate(visit.plannedOn, language)}</Tag>
          </>
        }
        acts={
          acts.close &&
          visit.conflicts.length === 0 &&
          !open && (
            <Button kind="main" icon="check" onClick={() => setClosing(visitId)}>
              {t('visit:close')}
            </Button>
          )
        }
      />
      {inside && visit.status !== 'planned' && <VisitClocks visit={visit} />}
      <Matter facts={<VisitFacts visit={visit} />}>
        {isOvertaken && <Overtaken />}
        {open && <CloseForm visit={visit} onDone={letGo} onCancel={() => setClosing(undefined)} />}
        {inside && <ConflictSection visit={visit} />}
        {inside && <QuarantineSection visit={visit} />}
        {visit.status === 'planned' ? (
          <Notice icon="calendar" title={t('visit:not-begun')}>
            {t('visit:not-begun-text')}
          </Notice>
        ) : (
          <Results visit={visit} inside={inside} />
        )}
      </Matter>
    </>
  );
}

function Results({ visit, inside }: { readonly visit: VisitDetails; readonly inside: boolean }) {
  const { t } = useMessages();
  const { values, set } = useAddressFilters();
  const filter = answerFilters.find((one) => one === values.show) ?? 'all';
  if (!inside && visit.round.status !== 'concluded')
    return (
      <Notice icon="waiting" title={t('visit:held-back')}>
        {t('visit:held-back-text')}
      </Notice>
    );
  return (
    <>
      <EndNotes notes={visit.endNotes} />
      {inside && <AwaitedEvidence visitId={visit.visitId} />}
      <MatterSection title={t('visit:findings')}>
        <FindingList visit={visit} />
      </MatterSection>
      {inside && (
        <>
          <MatterSection title={t('visit:dossiers')}>
            <DossierTable dossiers={visit.dossiers} evidence={visit.evidence} />
          </MatterSection>
          <MatterSection title={t('visit:answers')}>
            <AnswerTable
              visit={visit}
              filter={filter}
              onFilter={(next) => set('show', next === 'all' ? undefined : next)}
            />
          </MatterSection>
        </>
      )}
    </>
  );
}
