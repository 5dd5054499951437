import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { useShellState } from '../shell/shell-worker.ts';
import { useServerClock } from '../shell/use-server-clock.ts';
import type { VisitHead } from '../sync/store.ts';
import { useKeepOffline } from './keep-offline.ts';

/** How each looks; what asks for nothing has the quiet button, which fetches anew. */
const looks = {
  looking: { tone: 'calm', icon: 'refresh', button: 'quiet' },
  ready: { tone: 'done', icon: 'done', button: 'quiet' },
  'not-ready': { tone: 'soon', icon: 'download', button: 'line' },
  'not-ready-yet': { tone: 'calm', icon: 'download', button: 'plain' },
} as const;

/**
 * Whether this visit can be done without a network: its packet lies here and the app itself is held on the device.
 * The button fetches the newest packet, waits for the app to be held and asks the browser to keep the data.
 */
export function Readiness({ held }: { readonly held: Omit<VisitHead, 'items'> }) {
  const keep = useKeepOffline(held.visitId);
  const { t } = useMessages();
  const shell = useShellState();
  const clock = useServerClock();
  const [doing, setDoing] = useState<'fetching' | 'failed' | null>(null);

  const readiness = () => {
    // Nobody is told to fetch what may well lie here.
    if (held.keptAt !== null && shell.held !== false) return shell.held ? 'ready' : 'looking';
    // Something to see to only when the day is near; what is merely far off is no warning.
    return held.packet.plannedOn <= addDays(dateInVietnam(clock.now()), 1) ? 'not-ready' : 'not-ready-yet';
  };
  const now = readiness();
  const { tone, icon, button } = looks[now];
  const again = button === 'quiet';

  const fetch = async () => {
    setDoing('fetching');
    setDoing((await keep()) ? null : 'failed');
  };

  return (
    <div className="readiness">
      <span>
        <State tone={tone} icon={icon}>
          {t(`field:visits.${now}`)}
        </State>
        {now === 'ready' && (
          <span className="kc-meta kc-figures">
            {t('field:visits.packed-at', { time: formatInstant(held.packet.packedAt) })}
          </span>
        )}
        {doing === 'failed' && <span className="kc-meta"> {t('field:visits.fetch-failed')}</span>}
      </span>
      <Button
        kind={button}
        size="touch"
        icon={again ? 'refresh' : 'download'}
        busy={doing === 'fetching'}
        onClick={() => void fetch()}
      >
        {t(
          doing === 'fetching'
            ? 'field:visits.fetching'
            : again
              ? 'field:visits.refetch'
              : 'field:visits.fetch',
        )}
      </Button>
    </div>
  );
}
