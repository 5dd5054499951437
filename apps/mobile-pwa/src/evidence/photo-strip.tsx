import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { lazy, Suspense } from 'react';
import { useField, useHand } from '../shell/field-context.ts';
import type { OpenVisit } from '../visit/read-visit.ts';
import type { Captured } from './capture.ts';

/** An item is answered and noted before anything is photographed: the walk's first screen does without. */
const TakePhoto = lazy(async () => ({ default: (await import('./take-photo.tsx')).TakePhoto }));
const Photo = lazy(async () => ({ default: (await import('./photo.tsx')).Photo }));
const PhotosSaid = lazy(async () => ({ default: (await import('./photos-said.tsx')).PhotosSaid }));

interface PhotoStripProps {
  readonly visit: OpenVisit;
  readonly target: AttachEvidence['target'];
}

/** The photos of one thing, and the place to take the next. */
export function PhotoStrip({ visit, target }: PhotoStripProps) {
  const { sync } = useField();
  const hand = useHand();
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
  return (
    <div>
      <ul className="photos">
        {photos.map((photo) => (
          <li key={photo.evidenceId}>
            <Suspense fallback={<span className="photo" />}>
              <Photo {...photo} />
            </Suspense>
          </li>
        ))}
      </ul>
      {visit.writable && (
        <Suspense fallback={<div className="take take--coming" />}>
          <TakePhoto visitId={visit.held.visitId} target={target} onCapture={keep} />
        </Suspense>
      )}
      {photos.length > 0 && (
        <Suspense fallback={null}>
          <PhotosSaid photos={photos} />
        </Suspense>
      )}
    </div>
  );
}
