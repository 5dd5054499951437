import { formatBytes } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { FreeLater, type FreeLaterProps } from './free-later.tsx';
import { freeBytes, hasRoomFor, holdReserve, reserveBytes } from './storage-room.ts';
import type { FieldStore } from './store.ts';

/** Bytes of the photos and files that lie here, from what was said of them; their contents are not read. */
async function photoBytes(store: FieldStore): Promise<number> {
  const kept = new Set([
    ...(await store.files.toCollection().primaryKeys()).map(([, sha256]) => sha256),
    ...(await store.evidence.toCollection().primaryKeys()),
  ]);
  const sizes = new Map((await store.uploads.toArray()).map(({ sha256, size }) => [sha256, size]));
  return [...kept].reduce((sum, sha256) => sum + (sizes.get(sha256) ?? 0), 0);
}

interface RoomFacts {
  readonly kept: boolean;
  /** A photo would be taken. */
  readonly room: boolean;
  /** What is set aside for records lies here. */
  readonly held: boolean;
  readonly free: number | null;
  readonly usage: number;
}

/** About as large as a photo after it was made smaller. */
const photoSize = 1024 * 1024;

/** The browser's word on keeping the data, what takes how much room, and what will be freed when. */
export function StorageFacts({ unitOf }: FreeLaterProps) {
  const { store } = useField();
  const { t, language } = useMessages();
  const [facts, setFacts] = useState<RoomFacts>();
  const photos = useLive('photo bytes', () => photoBytes(store));
  const look = async () => {
    const held = await holdReserve();
    const room = await hasRoomFor(photoSize);
    const [kept, estimate] = await Promise.all([navigator.storage.persisted(), navigator.storage.estimate()]);
    setFacts({ kept, room, held, free: freeBytes(estimate), usage: estimate.usage ?? 0 });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the page opens and when photos come or go
  useEffect(() => void look(), [photos]);
  if (facts === undefined || photos === undefined) return null;
  const { kept, room, held, free, usage } = facts;
  const say = (bytes: number) => formatBytes(bytes, language);
  const aside = held ? reserveBytes : 0;
  const rest = Math.max(0, usage - photos - aside);
  const share = (bytes: number) => ({ width: `${Math.min(100, (100 * bytes) / (usage + (free ?? 0)))}%` });
  return (
    <section>
      <h2>{t('field:outbox.storage')}</h2>
      <p>{t(kept ? 'field:outbox.storage-kept' : 'field:outbox.storage-not-kept')}</p>
      {free !== null && (
        <div className="meter" aria-hidden="true">
          <span className="meter-photos" style={share(photos)} />
          <span className="meter-records" style={share(rest + aside)} />
        </div>
      )}
      <dl className="meter-facts">
        <div>
          <dt>{t('field:outbox.storage-photos')}</dt>
          <dd>{say(photos)}</dd>
        </div>
        <div>
          <dt>{t('field:outbox.storage-records')}</dt>
          <dd>{say(rest)}</dd>
        </div>
        <div>
          <dt>{t('field:outbox.storage-reserve')}</dt>
          <dd>{held ? say(aside) : t('field:outbox.storage-reserve-used')}</dd>
        </div>
        <div>
          <dt>{t('field:outbox.storage-room')}</dt>
          <dd>{free === null ? t(`field:outbox.storage-photos-${room ? 'go' : 'end'}`) : say(free)}</dd>
        </div>
      </dl>
      {!room && (
        <Notice tone="soon" role="status">
          {t('field:outbox.storage-full')}
        </Notice>
      )}
      {!kept && (
        <Button size="touch" onClick={() => void navigator.storage.persist().then(look)}>
          {t('field:outbox.storage-ask')}
        </Button>
      )}
      <FreeLater unitOf={unitOf} />
    </section>
  );
}
