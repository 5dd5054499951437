import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { formatWeekdayDate } from '@kycuong/ui/format.ts';
import { BrandMark } from '@kycuong/ui/plain/brand-mark.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { lazy, Suspense, useEffect, useState } from 'react';
import { SessionEnded } from '../access/session-ended.tsx';
import { useMessages, withLaterTexts } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { Head } from '../shell/head.tsx';
import { UpdateNotice } from '../shell/update-notice.tsx';
import { useLive } from '../shell/use-live.ts';
import { whenIdle } from '../sync/sync-later.ts';
import { firstLook, readList } from './first-look.ts';
import { groupVisits } from './group-visits.ts';
import { keepListing } from './read-visit.ts';
import { VisitRow } from './visit-row.tsx';

const PersonMenu = lazy(async () => ({
  default: (await withLaterTexts(import('../access/person-menu.tsx'))).PersonMenu,
}));

export function VisitList() {
  const { store } = useField();
  const person = usePerson();
  const { t, language } = useMessages();
  const [menu, setMenu] = useState(false);
  const known = useLive(`visits ${person.id}`, () => readList(store, person.id), firstLook(store)?.visits);
  const computed = known?.computed === true;
  useEffect(() => {
    if (computed) whenIdle(() => void keepListing(store, person.id).catch(() => undefined));
  }, [computed, store, person.id]);
  const today = dateInVietnam(new Date(Date.now() + (known?.offsetMs ?? 0)));
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
        {menu && (
          <Suspense fallback={null}>
            <PersonMenu />
          </Suspense>
        )}
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
