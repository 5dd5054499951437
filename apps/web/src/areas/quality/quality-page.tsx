import './quality.css';
import '../../quality-record-page.css';
import { Matter, MatterSection } from '@kycuong/ui/console/matter.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { QualityState, QualityTag } from '@kycuong/ui/console/quality-state.tsx';
import { Timeline } from '@kycuong/ui/console/timeline.tsx';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { Link } from '@tanstack/react-router';
import { type Quality, useQuality } from '../../use-quality.ts';
import { ChangeNotice } from './change-notice.tsx';
import { DeclarationDuties } from './declaration-duties.tsx';
import { QualityActs } from './quality-acts.tsx';
import { QualityClocks } from './quality-clocks.tsx';
import { qualityRoute } from './quality-routes.tsx';
import { RecordEntry } from './record-entry.tsx';
import { StatusReasons } from './status-reasons.tsx';

/** One unit's quality system: where it stands and why, what happened, and what may be recorded next. */
export function QualityPage() {
  const { t } = useMessages();
  const { unitId } = qualityRoute.useParams();
  const { asOf, was } = qualityRoute.useSearch();
  const quality = useQuality(unitId, asOf);
  const { unit, status, redeclare, missing, openMinors, duties, today } = quality;
  const past = quality.asOf !== today;
  const declarable = quality.may.events.some((kind) => kind === 'declare') || status.status === 'applying';
  return (
    <>
      <PageHeader
        title={unit.name}
        here={unit.name}
        crumb={<Link to="/quality-systems">{t('quality:list-title')}</Link>}
        tags={<QualityTag status={status.status} />}
        acts={past ? null : <QualityActs quality={quality} />}
      />
      <QualityClocks status={status} asOf={quality.asOf} />
      <Matter facts={<UnitFacts quality={quality} />}>
        <div className="quality-notices">
          {past && (
            <Notice
              acts={
                <Link to="/quality-systems/$unitId" params={{ unitId }}>
                  {t('quality:back-to-today')}
                </Link>
              }
            >
              {t('quality:as-of-notice', { date: formatDate(quality.asOf) })}
            </Notice>
          )}
          {was && !past && <ChangeNotice was={was} status={status} />}
          {redeclare && (
            <Notice tone="soon" title={t('quality:redeclare-heading')}>
              {redeclare.because === 'scope-changed'
                ? t('quality:redeclare-scope')
                : t('quality:redeclare-from', { units: redeclare.predecessors.join(', ') })}{' '}
              {t('quality:redeclare-since', { date: formatDate(redeclare.since) })}{' '}
              {redeclare.because === 'reorganisation' && t('quality:redeclare-act')}
            </Notice>
          )}
        </div>
        <MatterSection title={t('quality:why-heading', { status: t(`quality:status-${status.status}`) })}>
          <StatusReasons reasons={status.reasons} />
        </MatterSection>
        {!past && declarable && missing.length + openMinors > 0 && (
          <MatterSection title={t('quality:missing-heading')}>
            <ul className="missing">
              {missing.map((key) => (
                <li key={key}>{t(`errors:${key}`)}</li>
              ))}
              {openMinors > 0 && <li>{t('quality:open-minors', { count: openMinors })}</li>}
            </ul>
          </MatterSection>
        )}
        {duties && (
          <MatterSection title={t('quality:duties-heading')}>
            <DeclarationDuties duties={duties} />
          </MatterSection>
        )}
        <MatterSection title={t('quality:timeline')}>
          <History quality={quality} />
        </MatterSection>
      </Matter>
    </>
  );
}

function History({ quality: { records, system, asOf } }: { readonly quality: Quality }) {
  const { t } = useMessages();
  if (system === undefined) return <p className="kc-meta">{t('quality:timeline-empty')}</p>;
  return (
    <Timeline
      entries={[
        ...records
          .filter(({ onDate }) => onDate <= asOf)
          .map((record) => ({
            id: record.id,
            icon: record.type === 'event' ? ('flag' as const) : ('done' as const),
            what: <RecordEntry record={record} />,
            meta: t('quality:timeline-by', {
              date: formatDate(record.onDate),
              person: record.recordedBy,
              at: formatInstant(record.recordedAt),
            }),
          })),
        {
          id: 'start',
          icon: 'flag',
          what: <b>{t('quality:event-start')}</b>,
          meta: formatDate(system.startedOn),
        },
      ]}
    />
  );
}

function UnitFacts({ quality: { unit, system, predecessors, successors } }: { readonly quality: Quality }) {
  const { t } = useMessages();
  const from = formatDate(unit.validFrom);
  return (
    <>
      <MatterSection title={t('quality:facts')}>
        {system === undefined ? (
          <p className="kc-meta">{t('quality:no-system')}</p>
        ) : (
          <Facts
            items={[
              [t('quality:edition'), system.edition.title],
              [t('quality:scope'), system.scope],
              [t('quality:started-on'), formatDate(system.startedOn)],
            ]}
          />
        )}
        <Facts
          items={[
            [
              t('quality:unit-validity'),
              unit.validUntil === null
                ? t('quality:from-on', { from })
                : t('quality:from-to', { from, to: formatDate(unit.validUntil) }),
            ],
          ]}
        />
        {system?.sample && <p className="kc-meta">{t('quality:sample-system')}</p>}
      </MatterSection>
      {predecessors.length > 0 && (
        <MatterSection title={t('quality:predecessors')}>
          <ul className="lineage">
            {predecessors.map(({ unitId, name, status, endedOn }) => (
              <li key={unitId}>
                <Link
                  to="/quality-systems/$unitId"
                  params={{ unitId }}
                  search={endedOn === null ? {} : { asOf: endedOn }}
                >
                  {name}
                </Link>
                <QualityState status={status} />
              </li>
            ))}
          </ul>
        </MatterSection>
      )}
      {successors.length > 0 && (
        <MatterSection title={t('quality:successors')}>
          <ul className="lineage">
            {successors.map(({ id, name, onDate, decision }) => (
              <li key={id}>
                <Link to="/quality-systems/$unitId" params={{ unitId: id }}>
                  {name}
                </Link>
                <small className="kc-meta">
                  {t('quality:since-date', { date: formatDate(onDate) })}, {decision}
                </small>
              </li>
            ))}
          </ul>
        </MatterSection>
      )}
    </>
  );
}
