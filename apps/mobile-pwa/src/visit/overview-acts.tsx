import { longestEndNote } from '@kycuong/domain/visit/submit-visit.ts';
import { formatTime } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useMessages } from '../language.ts';
import { go } from '../shell/route.ts';
import { sayRoom } from '../shell/say-room.ts';
import { TouchField } from '../shell/touch-field.tsx';
import { useDraft } from '../shell/use-draft.ts';
import { useOnce } from '../shell/use-once.ts';
import { useServerClock } from '../shell/use-server-clock.ts';
import type { OpenVisit } from './read-visit.ts';
import { useWrite } from './use-write.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

interface OverviewActsProps {
  readonly visit: OpenVisit;
  readonly unanswered: number;
}

/** The one act that moves the visit on: start, hand in, or the leader's close. */
export function OverviewActs({ visit, unanswered }: OverviewActsProps) {
  const { t } = useMessages();
  const write = useWrite();
  const clock = useServerClock();
  const { busy, once } = useOnce();
  const { visitId } = visit.held;
  const { leads } = visit;
  const note = useDraft(`${visit.state} ${visitId}`, '', isText);
  if (!visit.writable)
    return (
      <footer className="foot">
        {visit.state === 'closed' && <State tone="done">{t('field:overview.closed')}</State>}
      </footer>
    );

  const text = note.value?.trim() ?? '';
  const payload = { visitId, note: text === '' ? null : text };
  const start = () =>
    once(async () => {
      await write({ action: 'visit.check-in', payload: { visitId, arrivedAt: new Date().toISOString() } });
      go({ name: 'walk', visitId });
    });
  const end = (action: 'visit.submit' | 'visit.close') =>
    once(async () => {
      await write({ action, payload });
      await note.drop();
    });

  if (visit.state === 'planned')
    return (
      <footer className="foot form-foot">
        <p className="kc-meta">{t('field:overview.start-help', { time: formatTime(clock.now()) })}</p>
        <Button kind="main" size="touch" icon="flag" busy={busy} onClick={() => void start()}>
          {t('field:overview.start')}
        </Button>
      </footer>
    );
  if (visit.state === 'submitted' && !leads)
    return (
      <footer className="foot">
        <State tone="done">{t('field:overview.submitted')}</State>
      </footer>
    );
  const closes = visit.state === 'submitted';
  if (closes && visit.conflicts.length > 0)
    return (
      <footer className="foot form-foot">
        <p className="kc-meta">{t('field:overview.close-conflicts', { count: visit.conflicts.length })}</p>
        <Button kind="main" size="touch" icon="overlap" onClick={() => go({ name: 'settle', visitId })}>
          {t('field:overview.settle')}
        </Button>
      </footer>
    );
  const gap = unanswered > 0 ? `${t('field:overview.submit-gap', { count: unanswered })} ` : '';
  const help = closes ? `${gap}${t('field:overview.close-help')}` : gap || t('field:overview.submit-sync');
  return (
    <footer className="foot acts-foot">
      <TouchField
        id="note"
        label={t(closes ? 'field:overview.close-note' : 'field:overview.submit-note')}
        help={help}
        rows={1}
        limit={longestEndNote}
        value={note.value ?? ''}
        onChange={note.change}
      />
      <Button
        kind="main"
        size="touch"
        icon={closes ? 'lock' : 'send'}
        busy={busy}
        disabled={sayRoom(t, text, longestEndNote).over !== undefined}
        onClick={() => void end(closes ? 'visit.close' : 'visit.submit')}
      >
        {t(closes ? 'field:overview.close' : 'field:overview.submit')}
      </Button>
    </footer>
  );
}
