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
  const ready = shell.held && held.keptAt !== null;
  // Something to see to only when the day is near; what is merely far off is no warning.
  const near = held.packet.plannedOn <= addDays(dateInVietnam(clock.now()), 1);

  const fetch = async () => {
    setDoing('fetching');
    setDoing((await keep()) ? null : 'failed');
  };

  return (
    <div className="readiness">
      <span>
        <State tone={ready ? 'done' : near ? 'soon' : 'calm'} icon={ready ? 'done' : 'download'}>
          {t(ready ? 'field:visits.ready' : near ? 'field:visits.not-ready' : 'field:visits.not-ready-yet')}
        </State>
        {ready && (
          <span className="kc-meta kc-figures">
            {t('field:visits.packed-at', { time: formatInstant(held.packet.packedAt) })}
          </span>
        )}
        {doing === 'failed' && <span className="kc-meta"> {t('field:visits.fetch-failed')}</span>}
      </span>
      <Button
        kind={ready ? 'quiet' : near ? 'line' : 'plain'}
        size="touch"
        icon={ready ? 'refresh' : 'download'}
        busy={doing === 'fetching'}
        onClick={() => void fetch()}
      >
        {t(
          doing === 'fetching'
            ? 'field:visits.fetching'
            : ready
              ? 'field:visits.refetch'
              : 'field:visits.fetch',
        )}
      </Button>
    </div>
  );
}
