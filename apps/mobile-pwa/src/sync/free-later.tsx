import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { formatBytes, formatDate } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { fact, setFact } from './facts.ts';
import { type Freed, freeRoom, readPlan } from './free-room.ts';
import { defaultRetentionDays, retentionChoices } from './retention.ts';

const dayOf = (instant: string) => dateInVietnam(new Date(instant));

export interface FreeLaterProps {
  readonly unitOf: (visitId: string) => string | undefined;
}

/** What the server has and this device will let go, when, and the way to do it now. */
export function FreeLater({ unitOf }: FreeLaterProps) {
  const { store, server } = useField();
  const { t, language } = useMessages();
  const [freed, setFreed] = useState<Freed | 'failed' | 'working' | null>(null);
  const known = useLive('retention', async () => ({
    plan: await readPlan(store),
    days: (await fact(store, 'retentionDays')) ?? defaultRetentionDays,
  }));
  if (known === undefined) return null;
  const { plan, days } = known;
  const count = plan.files.length + plan.parcels.length + plan.visits.length;
  const isAnyFree = plan.files.some(({ letGo }) => letGo.length === 0) || count > plan.files.length;
  const byDay = Map.groupBy(plan.files, ({ freeAt }) => dayOf(freeAt));
  const free = async () => {
    setFreed('working');
    setFreed(
      await freeRoom({ store, server, nowMs: Date.now() }, { now: true }).catch(() => 'failed' as const),
    );
  };
  return (
    <details className="free-later">
      <summary>{t('field:free.title', { count })}</summary>
      <p>{t('field:free.lead', { days })}</p>
      <Segment
        label={t('field:free.days')}
        value={`${days}`}
        options={retentionChoices.map((choice) => ({
          value: `${choice}`,
          label: t('field:free.days-of', { count: choice }),
        }))}
        onChange={(value) => void setFact(store, 'retentionDays', Number(value))}
      />
      <ul className="plain-rows">
        {[...byDay].toSorted().map(([day, files]) => (
          <li key={day}>
            <b>{formatDate(day)}</b>{' '}
            {t('field:free.photos', {
              count: files.length,
              size: formatBytes(
                files.reduce((sum, { bytes }) => sum + bytes, 0),
                language,
              ),
            })}
          </li>
        ))}
        {plan.parcels.map(({ id, freeAt, bytes }) => (
          <li key={id}>
            <b>{formatDate(dayOf(freeAt))}</b>{' '}
            {t('field:free.parcel', { size: formatBytes(bytes, language) })}
          </li>
        ))}
        {plan.visits.map(({ visitId, freeAt }) => (
          <li key={visitId}>
            <b>{formatDate(dayOf(freeAt))}</b> {t('field:free.visit', { unit: unitOf(visitId) })}
          </li>
        ))}
      </ul>
      {isAnyFree && (
        <Button size="touch" icon="trash" busy={freed === 'working'} onClick={() => void free()}>
          {t('field:free.now')}
        </Button>
      )}
      <p role="status" className="kc-meta">
        {freed === 'failed' && t('field:free.failed')}
        {freed !== null &&
          typeof freed === 'object' &&
          t('field:free.done', { count: freed.files, size: formatBytes(freed.bytes, language) })}
      </p>
    </details>
  );
}
