import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { DraftRows } from '../draft/draft-rows.tsx';
import { useDrafts } from '../draft/use-drafts.ts';
import { useMessages } from '../language.ts';
import { GoLink } from '../shell/go-link.tsx';
import { Head } from '../shell/head.tsx';
import { go } from '../shell/route.ts';
import { NotHere } from '../visit/not-here.tsx';
import { SectionRail } from '../visit/section-rail.tsx';
import { useVisit } from '../visit/use-visit.ts';

export function FindingList({ visitId }: { readonly visitId: string }) {
  const { t } = useMessages();
  const visit = useVisit(visitId);
  const drafts = useDrafts(visitId)?.filter(({ kind }) => kind === 'finding');
  if (visit === undefined || drafts === undefined) return null;
  if (visit === null) return <NotHere />;
  const { packet } = visit.held;
  const findings = [...visit.view.findings.values()];
  return (
    <div className="screen walk">
      <Head
        title={packet.unit.name}
        sub={t('field:finding.list')}
        back={{ name: 'walk', visitId }}
        heading={false}
      />
      <SectionRail visit={visit} here={null} />
      <main className="page">
        <h1>{t('field:finding.list')}</h1>
        {findings.length + drafts.length === 0 && (
          <EmptyState icon="flag" title={t('field:finding.empty')}>
            {t('field:finding.empty-text')}
          </EmptyState>
        )}
        {drafts.length > 0 && <DraftRows visitId={visitId} drafts={drafts} />}
        <ul className="rows">
          {findings.map((finding) => (
            <li key={finding.findingId}>
              <GoLink to={{ name: 'finding', visitId, findingId: finding.findingId }} className="row">
                <Icon name="flag" />
                <span>
                  <b>{finding.title}</b>
                  <span className="kc-meta row-sub">
                    {finding.itemCode && `${finding.itemCode} · `}
                    {t(`field:severity.${finding.severity}`)} ·{' '}
                    {t('field:finding.raised', {
                      who: visit.nameOf(finding.author),
                      time: formatInstant(finding.raisedAt),
                    })}
                    {finding.clock.deviceAt &&
                      ` (${t('field:walk.device-clock', { time: formatInstant(finding.clock.deviceAt) })})`}
                    {finding.clock.clockUnknown && ` (${t('field:walk.clock-unknown')})`}
                    {finding.revision > 1 &&
                      ` · ${t('field:finding.revision', { count: finding.revision - 1 })}`}
                  </span>
                </span>
                <Icon name="chevron-right" />
              </GoLink>
            </li>
          ))}
        </ul>
      </main>
      {visit.writable && (
        <footer className="foot">
          <Button
            size="touch"
            icon="plus"
            wide
            onClick={() => go({ name: 'finding', visitId, findingId: uuidV7() })}
          >
            {t('field:finding.add')}
          </Button>
        </footer>
      )}
    </div>
  );
}
