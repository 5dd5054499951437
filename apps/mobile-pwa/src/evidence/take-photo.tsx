import { evidenceMediaTypes, longestCaption } from '@kycuong/domain/evidence/attach-evidence.ts';
import { storableLine, textLength } from '@kycuong/domain/input/storable-text.ts';
import { fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { lazy, Suspense, useEffect, useState } from 'react';
import { type FieldKey, useMessages } from '../language.ts';
import { NearLimit } from '../shell/near-limit.tsx';
import { isDiskFull } from '../shell/save-trouble.ts';
import { hasRoomFor } from '../sync/storage-room.ts';
import { askAboutMarking } from './ask-about-marking.ts';
import type { Captured, Uncaptured } from './capture.ts';
import { isSpokenFor } from './secrecy-check.ts';

const problems = {
  unreadable: 'field:walk.photo-failed',
  'wrong-type': 'field:walk.file-type',
  'too-large': 'field:walk.file-large',
} as const satisfies Record<Uncaptured, FieldKey>;

const allTypes = ['image/*', ...evidenceMediaTypes, '.pdf', '.docx', '.xlsx'].join();

const PlaceQuestion = lazy(async () => ({ default: (await import('./place-question.tsx')).PlaceQuestion }));

interface ChooserProps {
  readonly icon: IconName;
  readonly label: string;
  readonly accept: string;
  readonly camera?: boolean;
  /** While what is said of the picture cannot be kept with it. */
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[]) => Promise<void>;
}

function Chooser({ icon, label, accept, camera = false, disabled, onFiles }: ChooserProps) {
  return (
    <label className="take-photo">
      <Icon name={icon} size={24} />
      {label}
      <input
        type="file"
        className="kc-hidden"
        accept={accept}
        {...(camera && { capture: 'environment' as const })}
        multiple
        disabled={disabled}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void onFiles(files);
        }}
      />
    </label>
  );
}

interface TakePhotoProps {
  readonly onCapture: (captured: Captured) => Promise<void>;
}

/**
 * The device's camera and its files, several at once. The hash is taken before anything is logged; the place is the
 * one that is known at that moment, if the person allows it.
 */
export function TakePhoto({ onCapture }: TakePhotoProps) {
  const { t } = useMessages();
  const [problem, setProblem] = useState<FieldKey | null>(null);
  const [caption, setCaption] = useState('');
  const [taken, setTaken] = useState(false);
  // Ready before the camera is; the card itself does not wait for it.
  useEffect(() => void import('./place.ts').then(({ watchPlace }) => watchPlace()), []);

  const takeOne = async (file: File, caption: string): Promise<void> => {
    const now = new Date();
    const [{ capture }, { placeNow }] = await Promise.all([import('./capture.ts'), import('./place.ts')]);
    const captured = await capture(file, {
      takenAt: now.toISOString(),
      caption: caption === '' ? null : caption,
      place: placeNow(now.getTime()),
    });
    if (typeof captured === 'string') return setProblem(problems[captured]);
    if (!(await hasRoomFor(captured.facts.size))) return setProblem('field:walk.photo-no-room');
    const { facts } = captured;
    const declared = await isSpokenFor(facts, askAboutMarking);
    if (declared === null) return setProblem('field:secret.not-taken');
    await onCapture(declared ? { ...captured, facts: { ...facts, declaredNotSecret: true } } : captured);
  };
  const take = async (files: readonly File[]) => {
    setProblem(null);
    const said = caption.trim();
    for (const file of files)
      await takeOne(file, said).catch((error) =>
        setProblem(isDiskFull(error) ? 'field:walk.photo-no-room' : 'field:walk.photo-not-kept'),
      );
    setCaption('');
    setTaken(true);
  };
  const isOver = textLength(storableLine(caption).trim()) > longestCaption;
  return (
    <div className="take">
      <div className="take-buttons">
        <Chooser
          icon="camera"
          label={t('field:walk.photo')}
          accept="image/*"
          camera
          disabled={isOver}
          onFiles={take}
        />
        <Chooser
          icon="document"
          label={t('field:walk.file')}
          accept={allTypes}
          disabled={isOver}
          onFiles={take}
        />
      </div>
      <input
        className="kc-input kc-input--touch"
        aria-label={t('field:walk.caption')}
        placeholder={t('field:walk.caption')}
        aria-invalid={isOver || undefined}
        aria-describedby={fieldDescription('caption', { help: false, error: isOver })}
        autoCapitalize="sentences"
        enterKeyHint="done"
        value={caption}
        onChange={(event) => setCaption(event.target.value)}
      />
      <NearLimit id="caption" text={caption} limit={longestCaption} store={storableLine} />
      {taken && (
        <Suspense fallback={null}>
          <PlaceQuestion />
        </Suspense>
      )}
      {problem && (
        <p className="take-problem" role="alert">
          {t(problem)}
        </p>
      )}
    </div>
  );
}
