import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { citation } from '@kycuong/domain/checklist/citation.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import type { ShownAction } from './action-query.ts';

/** What the team wrote and photographed. */
export function FoundWords({ action }: { readonly action: ShownAction }) {
  const { t } = useMessages();
  const photos = action.evidence.found;
  const here = photos.filter(({ status }) => status === 'received');
  const awaited = photos.length - here.length;
  return (
    <>
      {action.finding && <p className="action-found">{action.finding.description}</p>}
      {photos.length > 0 && <PhotoStrip photos={photos} />}
      {here.length > 0 && (
        <p className="kc-meta">{t('corrective-action:found-photos', { count: here.length })}</p>
      )}
      {awaited > 0 && <p className="kc-meta">{t('corrective-action:found-awaited', { count: awaited })}</p>}
    </>
  );
}

/** What is asked, on which basis, and where it comes from. */
export function ActionFacts({ action }: { readonly action: ShownAction }) {
  const { t, language } = useMessages();
  const { item, finding, legalBases, conclusion, round } = action;
  const items: [string, ReactNode][] = [[t('corrective-action:requirement'), action.requirement]];
  if (item) items.push([t('corrective-action:item'), `${item.code} ${item.title[language]}`]);
  if (legalBases.length > 0)
    items.push([
      t('corrective-action:basis'),
      legalBases.map((basis) => (
        <span key={basis.id} className="action-basis">
          {citation(basis, language)}
        </span>
      )),
    ]);
  if (conclusion.number !== null)
    items.push([
      t('corrective-action:conclusion'),
      <Link key="conclusion" to="/conclusions/$conclusionId" params={{ conclusionId: conclusion.id }}>
        {t('corrective-action:conclusion-of', {
          number: conclusion.number,
          date: formatDate(action.issuedOn),
        })}
      </Link>,
    ]);
  if (finding)
    items.push([
      t('corrective-action:visit'),
      <Link key="visit" to="/visits/$visitId" params={{ visitId: finding.visitId }}>
        {t('corrective-action:visit-of', {
          unit: action.unit.name,
          date: formatDate(dateInVietnam(new Date(finding.raisedAt))),
        })}
      </Link>,
    ]);
  if (round.code)
    items.push([
      t('corrective-action:round'),
      <Link key="round" to="/rounds/$roundId" params={{ roundId: round.id }}>
        {`${round.code} ${round.name}`}
      </Link>,
    ]);
  return <Facts items={items} />;
}
