import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { formatTime } from '@kycuong/ui/format.ts';
import { lazy, Suspense } from 'react';
import { useMessages } from '../language.ts';
import { useField, useHand } from '../shell/field-context.ts';
import type { OpenVisit } from '../visit/read-visit.ts';
import type { Captured } from './capture.ts';
import { TakePhoto } from './take-photo.tsx';

/** Most items have none, and the walk's first screen does without. */
const Photo = lazy(async () => ({ default: (await import('./photo.tsx')).Photo }));

interface PhotoStripProps {
  readonly visit: OpenVisit;
  readonly target: AttachEvidence['target'];
}

/** The photos of one thing, and the place to take the next. */
export function PhotoStrip({ visit, target }: PhotoStripProps) {
  const { sync } = useField();
  const hand = useHand();
  const { t } = useMessages();
  const photos = [...visit.view.evidence.values()].filter(
    (photo) => photo.target.kind === target.kind && photo.target.id === target.id,
  );
  const keep = async (captured: Captured) => {
    const now = hand();
    const { attachEvidence } = await import('./attach.ts');
    await attachEvidence(now, visit.held.visitId, target, captured);
    sync.nudge();
  };
  if (!visit.writable && photos.length === 0) return null;
  const times = [...new Set(photos.map(({ takenAt }) => formatTime(takenAt)))].join(', ');
  return (
    <div>
      <ul className="photos">
        {photos.map(({ evidenceId, sha256, takenAt, name }) => (
          <li key={evidenceId}>
            <Suspense fallback={<span className="photo" />}>
              <Photo sha256={sha256} takenAt={takenAt} name={name} />
            </Suspense>
          </li>
        ))}
      </ul>
      {visit.writable && <TakePhoto onCapture={keep} />}
      {photos.length > 0 && (
        <p className="kc-meta photos-said">
          {t('field:walk.photos-locked', { count: photos.length, times })}
        </p>
      )}
    </div>
  );
}
