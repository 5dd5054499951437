import { formatBytes } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useEffect, useState } from 'react';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { FreeLater } from './free-later.tsx';
import { reservedBytes } from './storage-room.ts';
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

/** The browser's word on keeping the data, what takes how much room, and what will be freed when. */
export function StorageFacts() {
  const { store } = useField();
  const { t, language } = useMessages();
  const [facts, setFacts] = useState<{ kept: boolean; quota?: number; usage?: number }>();
  const photos = useLive('photo bytes', () => photoBytes(store));
  const look = async () => {
    const [kept, { quota, usage }] = await Promise.all([
      navigator.storage.persisted(),
      navigator.storage.estimate(),
    ]);
    setFacts({ kept, ...(quota !== undefined && usage !== undefined && { quota, usage }) });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the page opens and when photos come or go
  useEffect(() => void look(), [photos]);
  if (facts === undefined || photos === undefined) return null;
  const { kept, quota, usage } = facts;
  const say = (bytes: number) => formatBytes(bytes, language);
  const used = usage ?? 0;
  const rest = Math.max(0, used - photos);
  const free = (quota ?? 0) - used;
  const share = (bytes: number) => ({ width: `${Math.min(100, (100 * bytes) / (quota ?? 1))}%` });
  return (
    <section>
      <h2>{t('field:outbox.storage')}</h2>
      <p>{t(kept ? 'field:outbox.storage-kept' : 'field:outbox.storage-not-kept')}</p>
      {quota !== undefined && (
        <>
          <div className="meter" aria-hidden="true">
            <span className="meter-photos" style={share(photos)} />
            <span className="meter-records" style={share(rest)} />
          </div>
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
              <dt>{t('field:outbox.storage-room')}</dt>
              <dd>{say(Math.max(0, free))}</dd>
            </div>
          </dl>
          {free <= reservedBytes && <p role="status">{t('field:outbox.storage-full')}</p>}
        </>
      )}
      {!kept && (
        <Button size="touch" onClick={() => void navigator.storage.persist().then(look)}>
          {t('field:outbox.storage-ask')}
        </Button>
      )}
      <FreeLater />
    </section>
  );
}
