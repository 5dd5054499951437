import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import { citation } from '@kycuong/domain/checklist/citation.ts';
import { longestDescription, longestTitle } from '@kycuong/domain/finding/raise-finding.ts';
import { severities } from '@kycuong/domain/finding/severity.ts';
import { serverTime } from '@kycuong/domain/sync/server-time.ts';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import type { Captured } from '../evidence/capture.ts';
import { Photo } from '../evidence/photo.tsx';
import { PhotosSaid } from '../evidence/photos-said.tsx';
import { TakePhoto } from '../evidence/take-photo.tsx';
import { useMessages } from '../language.ts';
import { Tick, TouchField } from '../shell/touch-field.tsx';
import { useServerClock } from '../shell/use-server-clock.ts';
import { itemBases } from '../visit/item-bases.ts';
import type { OpenVisit } from '../visit/read-visit.ts';
import type { DraftPhoto, FindingDraft } from './finding-draft.ts';

interface FindingFieldsProps {
  readonly visit: OpenVisit;
  readonly findingId: string;
  readonly item: ChecklistItem | undefined;
  readonly form: FindingDraft;
  /** Photos that wait for it. */
  readonly waiting: readonly DraftPhoto[];
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (form: FindingDraft) => void;
  readonly onPhoto: (captured: Captured) => Promise<void>;
}

export function FindingFields({
  visit,
  findingId,
  item,
  form,
  waiting,
  errors,
  onChange,
  onPhoto,
}: FindingFieldsProps) {
  const { t, language } = useMessages();
  const set = (change: Partial<FindingDraft>) => onChange({ ...form, ...change });
  const { legalBases } = visit.held.packet;
  const offered = itemBases(visit, item);
  const others = legalBases.filter(
    ({ id }) => form.legalBasisIds.includes(id) && !offered.some((basis) => basis.id === id),
  );
  const attached = [...visit.view.evidence.values()].filter(
    ({ target }) => target.kind === 'finding' && target.id === findingId,
  );
  const { offsetMs } = useServerClock();
  const dated = waiting.map((photo) => {
    const { at: takenAt, ...clock } = serverTime(photo.takenAt, { serverOffsetMs: offsetMs });
    return { ...photo, takenAt, clock };
  });
  const photos = [...attached, ...dated];
  return (
    <fieldset className="fields" disabled={!visit.writable}>
      {item && (
        <p className="lead">
          {t('field:finding.from-item', { code: item.code, title: item.title[language] })}
        </p>
      )}
      <TouchField
        id="title"
        label={t('field:finding.title')}
        help={t('field:finding.title-help')}
        value={form.title}
        rows={1}
        limit={longestTitle}
        error={errors.get('title')}
        // One sentence; it only looks like several lines.
        onChange={(title) => set({ title: title.replace(/\s*\n\s*/g, ' ') })}
      />
      <TouchField
        id="description"
        label={t('field:finding.description')}
        help={t('field:finding.description-help')}
        rows={5}
        limit={longestDescription}
        value={form.description}
        error={errors.get('description')}
        onChange={(description) => set({ description })}
      />
      <div>
        <p className="label">{t('field:finding.severity')}</p>
        {item && (
          <p className="kc-field-help">
            {t('field:finding.severity-preset', { severity: t(`field:severity.${item.severity}`) })}
          </p>
        )}
        <Segment
          label={t('field:finding.severity')}
          size="touch"
          value={form.severity}
          options={severities.map((value) => ({ value, label: t(`field:severity.${value}`) }))}
          onChange={(severity) => set({ severity })}
        />
      </div>
      {offered.length + others.length > 0 && (
        <div>
          <p className="label">{t('field:finding.bases')}</p>
          {[...offered, ...others].map((basis) => (
            <Tick
              key={basis.id}
              checked={form.legalBasisIds.includes(basis.id)}
              onChange={(cited) =>
                set({
                  legalBasisIds: cited
                    ? [...form.legalBasisIds, basis.id]
                    : form.legalBasisIds.filter((other) => other !== basis.id),
                })
              }
            >
              {citation(basis, language)}
            </Tick>
          ))}
        </div>
      )}
      <div>
        <p className="label">{t('field:finding.photos')}</p>
        <ul className="photos">
          {photos.map((photo) => (
            <li key={photo.evidenceId ?? photo.sha256}>
              <Photo {...photo} />
            </li>
          ))}
        </ul>
        {photos.length > 0 && <PhotosSaid photos={photos} />}
        {visit.writable && (
          <TakePhoto
            visitId={visit.held.visitId}
            target={{ kind: 'finding', id: findingId }}
            onCapture={onPhoto}
          />
        )}
      </div>
    </fieldset>
  );
}
