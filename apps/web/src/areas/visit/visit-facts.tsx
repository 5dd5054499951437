import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { formatDate, formatInstant, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sayWhen } from '../../evidence/say-when.ts';
import type { VisitDetails } from './visit-details.ts';

/** Where the visit belongs, who was there and when. */
export function VisitFacts({ visit }: { readonly visit: VisitDetails }) {
  const { t, language } = useMessages();
  const { checklist, checkedInAt, submittedAt, closedAt, round, team } = visit;
  const awaited = visit.evidence.filter(({ status }) => status === 'awaited');
  const dated = [
    [t('visit:checked-in'), checkedInAt],
    [t('visit:submitted-at'), submittedAt],
    [t('visit:closed-at'), closedAt],
  ] as const;
  const items: (readonly [string, ReactNode])[] = [
    [
      t('visit:open-round'),
      <Link key="round" to="/rounds/$roundId" params={{ roundId: round.id }}>
        {`${round.code} ${round.name}`}
      </Link>,
    ],
  ];
  if (round.decisionNo)
    items.push([
      t('visit:decision'),
      t('visit:decision-of', {
        number: round.decisionNo,
        date: round.decisionDate ? formatDate(round.decisionDate) : '',
      }),
    ]);
  items.push([t('visit:planned-on'), formatWeekdayDate(visit.plannedOn, language)]);
  for (const [name, at] of dated) items.push([name, at ? formatInstant(at) : '–']);
  items.push([
    t('visit:team'),
    <ul key="team">
      {team.map(({ accountId, fullName, role }) => (
        <li key={accountId}>
          {fullName}
          {role !== 'member' && `, ${t(`planning:role-${role}`).toLocaleLowerCase('vi')}`}
        </li>
      ))}
    </ul>,
  ]);
  items.push([
    t('visit:checklist'),
    t('visit:checklist-version', { title: checklist.content.title[language], number: checklist.number }),
  ]);
  return (
    <>
      <MatterSection title={t('visit:facts')}>
        <Facts items={items} />
      </MatterSection>
      {awaited.length > 0 && (
        <MatterSection title={t('visit:awaited')}>
          <p className="kc-meta">{t('visit:awaited-text')}</p>
          <ul className="awaited">
            {awaited.map(({ evidenceId, name, ...dated }) => (
              <li key={evidenceId}>
                <Icon name="waiting" size={16} />
                {name}
                <small className="visit-small">{sayWhen(t, dated)}</small>
              </li>
            ))}
          </ul>
        </MatterSection>
      )}
    </>
  );
}
