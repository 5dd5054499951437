import { itemsOf } from '@kycuong/domain/checklist/checklist.ts';
import { Matter, MatterSection } from '@kycuong/ui/console/matter.tsx';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { roundFormKeys } from '../../states/round-state.tsx';
import { shownVisitState, VisitStateWord } from '../../states/visit-state.tsx';
import { useCommand } from '../../use-command.ts';
import { AnswerTables } from './answer-tables.tsx';
import { DossierTable } from './dossier-table.tsx';
import { FindingList } from './finding-list.tsx';
import { isAnswered } from './visit-details.ts';
import { VisitFacts } from './visit-facts.tsx';
import './visit.css';

export const visitRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/visits/$visitId',
  component: VisitPage,
});

function VisitPage() {
  const { t } = useMessages();
  const { visitId } = visitRoute.useParams();
  const { data: visit } = useSuspenseQuery(trpc.visit.get.queryOptions({ visitId }));
  const title = visit.unit?.name ?? t('planning:kept-secret');
  const { send, busy } = useCommand(trpc.visit.close.mutationOptions(), {
    onDone: () => notifyDone(t('visit:closed', { unit: title })),
  });
  return (
    <>
      <PageHeader
        crumb={
          <>
            <Link to="/rounds">{t('planning:title')}</Link> /{' '}
            <Link to="/rounds/$roundId" params={{ roundId: visit.round.id }}>
              {visit.round.code}
            </Link>
          </>
        }
        here={title}
        title={title}
        subtitle={visit.round.name}
        tags={
          <>
            <VisitStateWord tag state={shownVisitState(visit, visit.round.status === 'draft')} />
            <Tag>{t(roundFormKeys[visit.round.form])}</Tag>
            <Tag>
              {t('visit:answered', {
                answered: visit.answers.filter(isAnswered).length,
                count: itemsOf(visit.checklist.content).length,
              })}
            </Tag>
          </>
        }
        acts={
          visit.acts.close && (
            <Button
              kind="main"
              icon="check"
              busy={busy}
              title={t('visit:close-hint')}
              onClick={() => void send({ visitId })}
            >
              {t('visit:close')}
            </Button>
          )
        }
      />
      <Matter facts={<VisitFacts visit={visit} />}>
        <MatterSection title={t('visit:findings')}>
          <FindingList visit={visit} />
        </MatterSection>
        <MatterSection title={t('visit:dossiers')}>
          <DossierTable dossiers={visit.dossiers} />
        </MatterSection>
        <MatterSection title={t('visit:answers')}>
          <AnswerTables visit={visit} />
        </MatterSection>
      </Matter>
    </>
  );
}
