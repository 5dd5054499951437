import { formatInstant } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { type ReactNode, useState } from 'react';
import { SessionEnded } from '../access/session-ended.tsx';
import { countDrafts } from '../draft/count-drafts.ts';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { useLive } from '../shell/use-live.ts';
import { useOnline } from '../shell/use-online.ts';
import { dropFact, fact } from '../sync/facts.ts';
import { countUnsent } from './unsent.ts';
import type { Wiped, WipeProgress } from './wipe.ts';

/** Unlocks or signs in, where that is needed to hand in what is left; undefined where the person is at work. */
type Enter = (() => void) | undefined;

function Frame({
  icon,
  tone,
  title,
  foot,
  children,
}: {
  readonly icon: IconName;
  readonly tone: 'late' | 'done' | 'calm';
  readonly title: string;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="screen wipe">
      <main className="page">
        <div className={`wipe-title wipe-title--${tone}`}>
          <Icon name={icon} size={24} />
          <h1>{title}</h1>
        </div>
        {children}
      </main>
      {foot && <footer className="foot">{foot}</footer>}
    </div>
  );
}

/** An order stands: why, what has still to be handed in, and how. Nothing is destroyed while anything waits. */
function Ordered({ progress, onEnter }: { readonly progress: WipeProgress; readonly onEnter: Enter }) {
  const { store, sync } = useField();
  const { t } = useMessages();
  const online = useOnline();
  const [busy, setBusy] = useState(false);
  const known = useLive('unsent', async () => ({
    unsent: await countUnsent(store),
    drafts:
      countDrafts(await store.drafts.toCollection().primaryKeys()) +
      (await store.texts.where({ held: 1 }).count()),
    signedOut: (await fact(store, 'signedOut')) ?? false,
  }));
  const { records, photos } = known?.unsent ?? progress.unsent;
  const send = async () => {
    setBusy(true);
    await sync.now();
    setBusy(false);
  };
  const waits = records + photos > 0;
  return (
    <Frame
      icon="warning"
      tone="late"
      title={t('field:wipe.ordered-title')}
      foot={
        onEnter && waits ? (
          <Button kind="main" size="touch" icon="key" wide onClick={onEnter}>
            {t('field:wipe.enter')}
          </Button>
        ) : (
          <Button kind="main" size="touch" icon="send" wide busy={busy} onClick={() => void send()}>
            {t('field:wipe.send')}
          </Button>
        )
      }
    >
      <Facts
        items={[
          [t('field:wipe.reason'), progress.order.reason],
          [t('field:wipe.ordered-at'), formatInstant(progress.order.orderedAt)],
        ]}
      />
      <section>
        <h2>{t(waits ? 'field:wipe.waits' : 'field:wipe.all-handed-in')}</h2>
        {waits && <p className="wipe-counts">{t('field:wipe.counts', { records, photos })}</p>}
        <p>{t(waits ? 'field:wipe.waits-text' : 'field:wipe.all-handed-in-text')}</p>
        {!online && <p>{t('field:wipe.offline')}</p>}
        {(known?.drafts ?? 0) > 0 && <p>{t('field:wipe.drafts', { count: known?.drafts ?? 0 })}</p>}
      </section>
      {!onEnter && known?.signedOut && waits && <SessionEnded />}
      {!onEnter && waits && (
        <GoLink to={{ name: 'outbox' }} className="text-link">
          {t('field:wipe.what-waits')}
        </GoLink>
      )}
    </Frame>
  );
}

/** On the way, or done here and not told yet: nothing is to be done but to have a network. */
function UnderWay({ progress }: { readonly progress: WipeProgress }) {
  const { sync } = useField();
  const { t } = useMessages();
  const online = useOnline();
  const done = progress.stage === 'destroyed';
  return (
    <Frame
      icon={done ? 'done' : 'waiting'}
      tone="calm"
      title={t(done ? 'field:wipe.destroyed-title' : 'field:wipe.destroying-title')}
      foot={
        done && (
          <Button kind="main" size="touch" icon="send" wide onClick={() => void sync.now()}>
            {t('field:wipe.tell')}
          </Button>
        )
      }
    >
      <p>{t(done ? 'field:wipe.destroyed-text' : 'field:wipe.destroying-text')}</p>
      {done && !online && <p>{t('field:wipe.offline')}</p>}
      <Facts items={[[t('field:wipe.reason'), progress.order.reason]]} />
    </Frame>
  );
}

/** What is left on the device: that it was wiped, why, and how much. */
function Done({ wiped }: { readonly wiped: Wiped }) {
  const { store } = useField();
  const { t } = useMessages();
  const { handedIn, destroyed } = wiped.report;
  const startAgain = async () => {
    await dropFact(store, 'wiped');
    // The page still holds the old device's name: a new one begins with a new page.
    location.assign('/field/');
  };
  return (
    <Frame
      icon="done"
      tone="done"
      title={t('field:wipe.wiped-title')}
      foot={
        <Button size="touch" wide onClick={() => void startAgain()}>
          {t('field:wipe.start-again')}
        </Button>
      }
    >
      <p>{t('field:wipe.wiped-text')}</p>
      <Facts
        items={[
          [t('field:wipe.reason'), wiped.reason],
          [t('field:wipe.wiped-at'), formatInstant(wiped.at)],
          [
            t('field:wipe.handed-in'),
            handedIn.sealedFiles > 0
              ? t('field:wipe.sealed-files', { count: handedIn.sealedFiles })
              : t('field:wipe.counts', handedIn),
          ],
          [t('field:wipe.destroyed'), t('field:wipe.destroyed-counts', destroyed)],
        ]}
      />
    </Frame>
  );
}

interface WipeScreenProps {
  readonly progress: WipeProgress | undefined;
  readonly wiped: Wiped | undefined;
  readonly onEnter: Enter;
}

/** What a device shows instead of the work from the moment an order reaches it. */
export function WipeScreen({ progress, wiped, onEnter }: WipeScreenProps) {
  if (wiped !== undefined) return <Done wiped={wiped} />;
  if (progress === undefined) return null;
  return progress.stage === 'ordered' ? (
    <Ordered progress={progress} onEnter={onEnter} />
  ) : (
    <UnderWay progress={progress} />
  );
}
