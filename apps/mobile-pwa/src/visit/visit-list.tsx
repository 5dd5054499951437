import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { formatWeekdayDate } from '@kycuong/ui/format.ts';
import { BrandMark } from '@kycuong/ui/plain/brand-mark.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { useEffect, useState } from 'react';
import { PersonMenu } from '../access/person-menu.tsx';
import { SessionEnded } from '../access/session-ended.tsx';
import { useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { Head } from '../shell/head.tsx';
import { UpdateNotice } from '../shell/update-notice.tsx';
import { useLive } from '../shell/use-live.ts';
import { fact } from '../sync/facts.ts';
import { groupVisits } from './group-visits.ts';
import { keepDigests, listVisits } from './read-visit.ts';
import { VisitRow } from './visit-row.tsx';

export function VisitList() {
  const { store } = useField();
  const person = usePerson();
  const { t, language } = useMessages();
  const [menu, setMenu] = useState(false);
  const known = useLive(`visits ${person.id}`, async () => {
    return {
      visits: await listVisits(store, person.id),
      pulled: (await fact(store, `cursor:${person.id}`)) !== undefined,
    };
  });
  useEffect(() => void (known && keepDigests(store, person.id)), [known, store, person.id]);
  const today = dateInVietnam(new Date());
  return (
    <div className="screen">
      <Head
        title={t('field:visits.title')}
        sub={formatWeekdayDate(today, language)}
        mark={
          <button
            type="button"
            className="brand-button"
            aria-expanded={menu}
            aria-label={t('field:menu')}
            onClick={() => setMenu(!menu)}
          >
            <BrandMark size={32} />
          </button>
        }
      />
      <main className="page list">
        {menu && <PersonMenu />}
        <SessionEnded />
        <UpdateNotice />
        {known?.visits.length === 0 && (
          <EmptyState icon={known.pulled ? 'calendar' : 'cloud-off'} title={t('field:visits.empty')}>
            {known.pulled ? t('field:visits.empty-text') : t('field:visits.empty-offline')}
          </EmptyState>
        )}
        {known &&
          groupVisits(known.visits, today).map(({ group, visits }) => (
            <section key={group} className="visit-group">
              <h2>{t(`field:visits.${group}`)}</h2>
              {group === 'revoked' && <p className="kc-meta">{t('field:visits.revoked-text')}</p>}
              <ul>
                {visits.map((visit) => (
                  <VisitRow key={visit.held.visitId} visit={visit} today={today} />
                ))}
              </ul>
            </section>
          ))}
      </main>
    </div>
  );
}
