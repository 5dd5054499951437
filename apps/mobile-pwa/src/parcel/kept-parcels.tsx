import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { standing } from '@kycuong/domain/sync/quarantine.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useState } from 'react';
import { errorText, type Translate, useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { useLive } from '../shell/use-live.ts';
import { sayCounts } from '../sync/say-status.ts';
import type { KeptParcel } from '../sync/store.ts';
import { keepParcel } from './keep-parcel.ts';
import type { Decisions } from './parcel-standing.ts';
import { readDecisions } from './read-decisions.ts';

function keyOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'key' in error && typeof error.key === 'string'
    ? error.key
    : null;
}

/** What the server said of it, in numbers; or that it has not said anything. */
function sayAnswer(t: Translate, answer: HandedIn | null, decisions: Decisions): string {
  if (answer === null) return t('field:parcel.not-handed-in');
  if (!answer.opened) return t('field:parcel.kept-sealed');
  const standings = answer.commands.map(({ id, status }) =>
    status === 'quarantined' || status === 'refused' ? standing(status, decisions.get(id)) : status,
  );
  const count = (...statuses: string[]) => standings.filter((status) => statuses.includes(status)).length;
  const said = [
    t('field:parcel.taken', { count: count('applied', 'conflict') }),
    ...(count('quarantined') > 0 ? [t('field:parcel.for-leader', { count: count('quarantined') })] : []),
    ...(count('refused', 'not-taken') > 0
      ? [t('field:parcel.refused', { count: count('refused', 'not-taken') })]
      : []),
    ...(count('failed') > 0 ? [t('field:parcel.failed', { count: count('failed') })] : []),
  ];
  return said.join('; ');
}

interface RowProps {
  readonly parcel: KeptParcel;
  readonly decisions: Decisions;
}

function ParcelRow({ parcel, decisions }: RowProps) {
  const { t } = useMessages();
  const { facts, answer, opened, keptAt, trouble } = parcel;
  const { authors, counts, device, visits } = facts;
  const taken = answer?.opened === true && answer.commands.every(({ status }) => status !== 'failed');
  return (
    <li>
      <Icon name={taken ? 'cloud-done' : 'tablet'} />
      <div>
        <b>{authors.map(({ name }) => name ?? t('field:parcel.somebody')).join(', ')}</b>
        <span className="row-sub">{sayCounts(t, counts.records, counts.photos)}</span>
        {visits.map(({ id, unitName }) =>
          opened && unitName !== null ? (
            <GoLink key={id} to={{ name: 'overview', visitId: id }} className="text-link">
              {unitName}
            </GoLink>
          ) : null,
        )}
        <span className="kc-meta row-sub">
          {t('field:parcel.from-device', {
            device: device.label ?? device.id.slice(-8),
            time: formatInstant(keptAt),
          })}
        </span>
        {!opened && <span className="kc-meta row-sub">{t('field:parcel.sealed-for-province')}</span>}
        <span className="row-sub">{sayAnswer(t, answer, decisions)}</span>
        {trouble === 'too-large' && <span className="row-sub">{t('field:parcel.kept-too-large')}</span>}
      </div>
    </li>
  );
}

/** Takes a colleague's file in, and says what has become of those that were taken in. */
export function KeptParcels() {
  const { store, sync } = useField();
  const person = usePerson();
  const { t } = useMessages();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const known = useLive(`parcels ${person.id}`, async () => ({
    kept: await store.parcels.where('account').equals(person.id).toArray(),
    decisions: await readDecisions(store, person.id),
  }));
  const { kept, decisions } = known ?? {};
  const take = async (files: readonly File[]) => {
    setBusy(true);
    setProblem(null);
    try {
      for (const file of files)
        await keepParcel({ store, account: person.id, now: new Date() }, file, file.name);
      sync.nudge();
    } catch (error) {
      const key = keyOf(error);
      setProblem(key === null ? t('field:parcel.problem-failed') : errorText(key));
    }
    setBusy(false);
  };
  return (
    <section className="parcel-import">
      <h2>{t('field:parcel.import')}</h2>
      <p className="kc-meta">{t('field:parcel.import-lead')}</p>
      <label className="take-photo" aria-busy={busy || undefined}>
        <Icon name="upload" size={24} />
        <span>{t(busy ? 'field:parcel.reading' : 'field:parcel.import-act')}</span>
        <input
          type="file"
          accept=".kycuong"
          multiple
          disabled={busy}
          onChange={({ target }) => {
            void take([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </label>
      {problem && (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      )}
      {kept && decisions && kept.length > 0 && (
        <ul className="parcel-files">
          {kept
            .toSorted((a, b) => (a.keptAt < b.keptAt ? 1 : -1))
            .map((parcel) => (
              <ParcelRow key={parcel.id} parcel={parcel} decisions={decisions} />
            ))}
        </ul>
      )}
    </section>
  );
}
