import { formatTime } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useState } from 'react';
import { SessionEnded } from '../access/session-ended.tsx';
import { ThisDevice } from '../device/this-device.tsx';
import { useMessages } from '../language.ts';
import { ColleaguesWork } from '../parcel/colleagues-work.tsx';
import { ExportSection } from '../parcel/export-section.tsx';
import { KeptParcels } from '../parcel/kept-parcels.tsx';
import { useField, usePerson } from '../shell/field-context.ts';
import { Head } from '../shell/head.tsx';
import { useLive } from '../shell/use-live.ts';
import { useOnline } from '../shell/use-online.ts';
import { HeldTexts } from './held-texts.tsx';
import { NotAccepted } from './not-accepted.tsx';
import { readPackets } from './read-packets.ts';
import { sayStatus } from './say-status.ts';
import { readStatus } from './status.ts';
import { StorageFacts } from './storage-facts.tsx';
import { TooLarge } from './too-large.tsx';
import { VisitCounts } from './visit-counts.tsx';

/** What waits, by visit, records and photos apart; what was not accepted; how safe the data lies. */
export function Outbox() {
  const { store, sync } = useField();
  const person = usePerson();
  const { t } = useMessages();
  const online = useOnline();
  const [busy, setBusy] = useState(false);
  const status = useLive('outbox', () => readStatus(store));
  // Apart: the packets are large, and every receipt changes the status.
  const held = useLive('packets', () => readPackets(store));
  if (status === undefined || held === undefined) return null;
  const { icon, title, line } = sayStatus(t, status, online);
  const names = new Map(
    held.flatMap(({ packet }) =>
      packet.team.map(({ accountId, fullName }) => [accountId, fullName] as const),
    ),
  );
  const unitOf = (visitId: string) => held.find((visit) => visit.visitId === visitId)?.packet.unit.name;
  const nameOf = (id: string) => names.get(id) ?? (id === person.id ? person.fullName : '');
  const send = async () => {
    setBusy(true);
    await sync.now();
    setBusy(false);
  };
  return (
    <div className="screen">
      <Head title={t('field:outbox.title')} sub={person.fullName} back={{ name: 'visits' }} heading={false} />
      <main className="page outbox">
        <section className="outbox-now">
          <Icon name={icon} size={24} />
          <div>
            <h1>{title}</h1>
            <p>{line}</p>
            {online && status.trouble && (
              <p className="kc-meta">{t(`field:outbox.trouble-${status.trouble}`)}</p>
            )}
            {status.records.parked > 0 && (
              <p className="kc-meta">{t('field:outbox.parked', { count: status.records.parked })}</p>
            )}
            {status.nextTryAt !== null && status.nextTryAt > Date.now() && (
              <p className="kc-meta">
                {t('field:outbox.next-try', { time: formatTime(new Date(status.nextTryAt)) })}
              </p>
            )}
          </div>
        </section>
        <p className="kc-meta">{t('field:outbox.lead')}</p>
        <SessionEnded />
        <TooLarge unitOf={unitOf} />
        <HeldTexts unitOf={unitOf} />
        <NotAccepted nameOf={nameOf} />
        {status.byVisit.size === 0 ? (
          <EmptyState icon="inbox" title={t('field:outbox.empty')}>
            {t('field:outbox.empty-text')}
          </EmptyState>
        ) : (
          <section>
            <h2>{t('field:outbox.by-visit')}</h2>
            {[...status.byVisit].map(([visitId, counts]) => (
              <VisitCounts
                key={visitId}
                name={unitOf(visitId) ?? t('field:outbox.unknown-visit')}
                counts={counts}
              />
            ))}
          </section>
        )}
        <ColleaguesWork />
        <ExportSection scope={{ account: null, visitId: null }} />
        <KeptParcels />
        <StorageFacts unitOf={unitOf} />
        <ThisDevice />
      </main>
      <footer className="foot">
        <Button kind="main" size="touch" icon="send" wide busy={busy} onClick={() => void send()}>
          {t(busy ? 'field:outbox.sending' : 'field:outbox.send')}
        </Button>
      </footer>
    </div>
  );
}
