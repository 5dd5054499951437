import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Link } from '@tanstack/react-router';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import type { ActionDetails } from './action-details.ts';
import { ActionHistory } from './action-history.tsx';

/** What the team found and on what it rests, what is asked, and what has happened since. */
export function ActionFacts({ action }: { readonly action: ActionDetails }) {
  const { t, language } = useMessages();
  const { finding, item, legalBases, evidence, conclusion, round } = action;
  const received = evidence.found.filter(({ status }) => status === 'received');
  const awaited = evidence.found.length - received.length;
  return (
    <>
      <MatterSection title={t('corrective-action:found')}>
        {finding && <p className="found-text">{finding.description}</p>}
        {evidence.found.length > 0 && <PhotoStrip photos={evidence.found} />}
        <p className="found-meta">
          {received[0] &&
            t('corrective-action:found-photos', {
              count: received.length,
              when: formatInstant(received[0].takenAt),
            })}
          {awaited > 0 && ` ${t('corrective-action:found-awaited', { count: awaited })}`}
        </p>
        <Facts
          items={[
            [t('corrective-action:requirement'), action.requirement],
            ...(item ? [[t('corrective-action:item'), `${item.code} ${item.title[language]}`] as const] : []),
            ...legalBases.map(
              ({ title, titleEn, article }) =>
                [
                  t('corrective-action:basis'),
                  [language === 'vi' ? title : titleEn, article].filter(Boolean).join(', '),
                ] as const,
            ),
            [
              t('corrective-action:conclusion'),
              <Link key="conclusion" to="/conclusions/$conclusionId" params={{ conclusionId: conclusion.id }}>
                {conclusion.number}
              </Link>,
            ],
            [
              t('corrective-action:round'),
              <Link key="round" to="/rounds/$roundId" params={{ roundId: round.id }}>
                {round.code} {round.name}
              </Link>,
            ],
          ]}
        />
      </MatterSection>
      <MatterSection title={t('corrective-action:history')}>
        <ActionHistory action={action} />
      </MatterSection>
    </>
  );
}
