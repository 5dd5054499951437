import { formatInstant } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { sayCounts } from '../sync/say-status.ts';
import type { FieldStore } from '../sync/store.ts';
import { OtherFiles } from './other-files.tsx';
import type { ParcelScope } from './read-log.ts';
import { useExport } from './use-export.ts';

/** An export with what of it the server has not confirmed: being in a file is not being sent. */
async function readExports(store: FieldStore) {
  const exported = (await store.exports.toArray()).toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  return Promise.all(
    exported.slice(0, 3).map(async (one) => {
      const [answered, sealed, uploads] = await Promise.all([
        store.receipts.where('id').anyOf(one.commandIds).primaryKeys(),
        store.sealedAnswers.where('id').anyOf(one.commandIds).primaryKeys(),
        store.uploads.bulkGet([...one.evidenceIds]),
      ]);
      const done = new Set([...answered, ...sealed]);
      return {
        ...one,
        records: one.commandIds.filter((id) => !done.has(id)).length,
        photos: uploads.filter((upload) => upload?.receivedAt === null).length,
      };
    }),
  );
}

interface ExportSectionProps {
  readonly scope: ParcelScope;
  /** False where a heading stands over it already. */
  readonly heading?: boolean;
}

/** Seals what waits into a file, for when there will be no network. */
export function ExportSection({ scope, heading = true }: ExportSectionProps) {
  const { store } = useField();
  const { t } = useMessages();
  const { busy, make, ...outcome } = useExport(scope);
  const exported = useLive('exports', () => readExports(store)) ?? [];
  return (
    <section className="parcel-export">
      {heading && <h2>{t('field:parcel.export')}</h2>}
      <p className="kc-meta">{t('field:parcel.export-lead')}</p>
      <div className="acts">
        <Button size="touch" kind="line" icon="download" busy={busy} onClick={() => void make()}>
          {t('field:parcel.export-act')}
        </Button>
      </div>
      <OtherFiles {...outcome} />
      {exported.length > 0 && (
        <ul className="parcel-files">
          {exported.map(({ id, name, madeAt, records, photos }) => {
            const open = sayCounts(t, records, photos);
            return (
              <li key={id}>
                <Icon name={open === '' ? 'cloud-done' : 'document'} />
                <div>
                  <span className="file-name">{name}</span>
                  <span className="kc-meta row-sub">
                    {open === ''
                      ? t('field:parcel.exported-confirmed', { time: formatInstant(madeAt) })
                      : t('field:parcel.exported', { time: formatInstant(madeAt), what: open })}
                  </span>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
