import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { DraftRows } from '../draft/draft-rows.tsx';
import { useDrafts } from '../draft/use-drafts.ts';
import { useMessages } from '../language.ts';
import { GoLink } from '../shell/go-link.tsx';
import { Head } from '../shell/head.tsx';
import { go } from '../shell/route.ts';
import { useServerClock } from '../shell/use-server-clock.ts';
import { NotHere } from '../visit/not-here.tsx';
import { SectionRail } from '../visit/section-rail.tsx';
import { useVisit } from '../visit/use-visit.ts';
import { draftOf, judge } from './dossier-draft.ts';
import { latenessTone } from './lateness-panel.tsx';

export function DossierList({ visitId }: { readonly visitId: string }) {
  const { t } = useMessages();
  const clock = useServerClock();
  const visit = useVisit(visitId);
  const drafts = useDrafts(visitId)?.filter(({ kind }) => kind === 'dossier');
  if (visit === undefined || drafts === undefined) return null;
  if (visit === null) return <NotHere />;
  const { packet } = visit.held;
  const today = dateInVietnam(clock.now());
  const rows = [...visit.view.dossiers.values()].map((dossier) => ({
    dossier,
    lateness: judge(draftOf(dossier), packet.holidays, today).check?.lateness,
  }));
  const late = rows.filter(({ lateness }) => (lateness?.workingDaysLate ?? 0) > 0).length;
  return (
    <div className="screen walk">
      <Head
        title={packet.unit.name}
        sub={t('field:dossier.list')}
        back={{ name: 'walk', visitId }}
        heading={false}
      />
      <SectionRail visit={visit} here={null} />
      <main className="page">
        <h1>{t('field:dossier.list')}</h1>
        {drafts.length > 0 && <DraftRows visitId={visitId} drafts={drafts} />}
        {rows.length + drafts.length === 0 && (
          <EmptyState icon="document" title={t('field:dossier.empty')}>
            {t('field:dossier.empty-text')}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <>
            <p className="lead">{t('field:dossier.summary', { late, all: rows.length })}</p>
            <ul className="rows">
              {rows.map(({ dossier, lateness }) => (
                <li key={dossier.sampleId}>
                  <GoLink to={{ name: 'dossier', visitId, sampleId: dossier.sampleId }} className="row">
                    <span>
                      <b>{dossier.procedure}</b>
                      <span className="kc-meta kc-figures row-sub">
                        {dossier.code} · {formatDate(dossier.completeOn)} → {formatDate(dossier.dueOn)}
                      </span>
                      {lateness && (
                        <State tone={latenessTone[lateness.status]}>
                          {t(`field:dossier.status.${lateness.status}`, { days: lateness.workingDaysLate })}
                        </State>
                      )}
                    </span>
                    <Icon name="chevron-right" />
                  </GoLink>
                </li>
              ))}
            </ul>
          </>
        )}
      </main>
      {visit.writable && (
        <footer className="foot">
          <Button
            kind="main"
            size="touch"
            icon="plus"
            wide
            onClick={() => go({ name: 'dossier', visitId, sampleId: uuidV7() })}
          >
            {t('field:dossier.add')}
          </Button>
        </footer>
      )}
    </div>
  );
}
