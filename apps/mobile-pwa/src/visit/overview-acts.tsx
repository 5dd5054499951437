import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { longestEndNote } from '@kycuong/domain/visit/submit-visit.ts';
import { formatTime, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useState } from 'react';
import { useDrafts } from '../draft/use-drafts.ts';
import { useMessages } from '../language.ts';
import { GoLink } from '../shell/go-link.tsx';
import { go } from '../shell/route.ts';
import { sayRoom } from '../shell/say-room.ts';
import { useHeldTexts } from '../shell/use-held-texts.ts';
import { useOnce } from '../shell/use-once.ts';
import { useServerClock } from '../shell/use-server-clock.ts';
import type { EndNote } from './end-note.tsx';
import type { OpenVisit } from './read-visit.ts';
import { useWrite } from './use-write.ts';

interface OverviewActsProps {
  readonly visit: OpenVisit;
  readonly unanswered: number;
  readonly uncounted: number;
  readonly note: EndNote;
}

/** The one act that moves the visit on: start, hand in, or the leader's close. */
export function OverviewActs({ visit, unanswered, uncounted, note }: OverviewActsProps) {
  const { t } = useMessages();
  const write = useWrite();
  const { busy, once } = useOnce();
  const { visitId } = visit.held;
  const { leads, state } = visit;
  const left = useDrafts(visitId)?.length ?? 0;
  const held = useHeldTexts(visitId);
  if (!visit.writable)
    return (
      <footer className="foot">
        {state === 'closed' && <State tone="done">{t('field:overview.closed')}</State>}
      </footer>
    );
  if (state === 'planned') return <StartVisit visit={visit} />;
  if (state === 'submitted' && !leads)
    return (
      <footer className="foot">
        <State tone="done">{t('field:overview.submitted')}</State>
      </footer>
    );
  const closes = state === 'submitted';
  if (closes && visit.conflicts.length > 0)
    return (
      <footer key={state} className="foot form-foot">
        <p className="kc-meta">{t('field:overview.close-conflicts', { count: visit.conflicts.length })}</p>
        <Button kind="main" size="touch" icon="overlap" onClick={() => go({ name: 'settle', visitId })}>
          {t('field:overview.settle')}
        </Button>
      </footer>
    );
  const text = note?.value.trim() ?? '';
  const payload = { visitId, note: text === '' ? null : text };
  const end = () =>
    once(async () => {
      await write({ action: closes ? 'visit.close' : 'visit.submit', payload });
      await note?.drop();
    });
  const gaps = [
    ...(unanswered > 0 ? [t('field:overview.submit-gap', { count: unanswered })] : []),
    ...(uncounted > 0 ? [t('field:overview.uncounted-gap', { count: uncounted })] : []),
    ...(left > 0 ? [t('field:draft.left', { count: left })] : []),
  ].join(' ');
  const help = closes ? t('field:overview.close-help') : t('field:overview.submit-sync');
  // Each state its own foot: who touches twice to hand in does not close with the second.
  return (
    <footer key={state} className="foot form-foot">
      <p className="kc-meta">
        {held.length > 0 && (
          <b role="alert">
            {t('field:overview.held-first', { count: held.length })}{' '}
            {held.map(({ id, payload: { itemCode } }) => (
              <GoLink key={id} to={{ name: 'walk', visitId, item: itemCode }} className="text-link">
                {itemCode}
              </GoLink>
            ))}{' '}
          </b>
        )}
        {gaps !== '' && <b>{gaps} </b>}
        {(closes || gaps === '') && help}
      </p>
      <Button
        kind="main"
        size="touch"
        icon={closes ? 'lock' : 'send'}
        busy={busy}
        // Not without the words that were begun for it.
        disabled={note === undefined || sayRoom(t, text, longestEndNote).over !== undefined}
        onClick={() => void end()}
      >
        {t(closes ? 'field:overview.close' : 'field:overview.submit')}
      </Button>
    </footer>
  );
}

/** The team is there. On another day than the planned one it is asked first: the visit begins, and the unit is told, by it. */
function StartVisit({ visit }: { readonly visit: OpenVisit }) {
  const { t, language } = useMessages();
  const write = useWrite();
  const clock = useServerClock();
  const { busy, once } = useOnce();
  const [asked, setAsked] = useState(false);
  const { visitId, packet } = visit.held;
  const today = dateInVietnam(clock.now());
  const start = () =>
    once(async () => {
      await write({ action: 'visit.check-in', payload: { visitId, arrivedAt: new Date().toISOString() } });
      go({ name: 'walk', visitId });
    });
  if (asked)
    return (
      <footer key="asked" className="foot form-foot">
        <p role="alert">
          {t('field:overview.other-day', {
            planned: formatWeekdayDate(packet.plannedOn, language),
            today: formatWeekdayDate(today, language),
          })}{' '}
          {packet.round.form === 'unannounced' && <b>{t('field:overview.other-day-secret')}</b>}
        </p>
        <span className="foot-acts">
          <Button size="touch" onClick={() => setAsked(false)}>
            {t('field:overview.other-day-no')}
          </Button>
          <Button kind="line" size="touch" icon="flag" busy={busy} onClick={() => void start()}>
            {t('field:overview.other-day-yes')}
          </Button>
        </span>
      </footer>
    );
  return (
    <footer key="start" className="foot form-foot">
      <p className="kc-meta">{t('field:overview.start-help', { time: formatTime(clock.now()) })}</p>
      <Button
        kind="main"
        size="touch"
        icon="flag"
        busy={busy}
        // By the same measure as an act: the next tap of the same finger is no answer to the question.
        onClick={() => void (packet.plannedOn === today ? start() : once(async () => setAsked(true)))}
      >
        {t('field:overview.start')}
      </Button>
    </footer>
  );
}
