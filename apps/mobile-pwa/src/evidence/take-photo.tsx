import {
  type AttachEvidence,
  evidenceMediaTypes,
  longestCaption,
} from '@kycuong/domain/evidence/attach-evidence.ts';
import { storableLine, textLength } from '@kycuong/domain/input/storable-text.ts';
import { fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { NearLimit } from '../shell/near-limit.tsx';
import { useDraft } from '../shell/use-draft.ts';
import { useHere } from '../shell/use-here.ts';
import type { Captured } from './capture.ts';
import type { NotTakenFile } from './not-taken.tsx';
import { takingIn } from './taking-in.ts';

const allTypes = ['image/*', ...evidenceMediaTypes, '.pdf', '.docx', '.xlsx'].join();

const NotTaken = lazy(async () => ({ default: (await import('./not-taken.tsx')).NotTaken }));
const PlaceQuestion = lazy(async () => ({ default: (await import('./place-question.tsx')).PlaceQuestion }));

interface ChooserProps {
  readonly icon: IconName;
  readonly label: string;
  readonly accept: string;
  readonly camera?: boolean;
  /** While what is said of the picture cannot be kept with it. */
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[], camera: boolean) => Promise<void>;
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
          void onFiles(files, camera);
        }}
      />
    </label>
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

interface TakePhotoProps {
  readonly visitId: string;
  /** What is photographed: a caption that is typed is kept for it. */
  readonly target: AttachEvidence['target'];
  readonly onCapture: (captured: Captured) => Promise<void>;
}

/**
 * The device's camera and its files, several at once; what cannot be taken is named, with the reason, and stops no other.
 * The hash is taken before anything is logged.
 */
export function TakePhoto({ visitId, target, onCapture }: TakePhotoProps) {
  const { t } = useMessages();
  const [notTaken, setNotTaken] = useState<readonly NotTakenFile[]>([]);
  const { store } = useField();
  const { id: account } = usePerson();
  const key = `caption ${visitId} ${target.kind} ${target.id}`;
  const draft = useDraft(key, '', isText);
  const caption = draft?.value ?? '';
  const latest = useRef(caption);
  latest.current = caption;
  const [taken, setTaken] = useState(false);
  const here = useHere();
  // Ready before the camera is; the card itself does not wait for it.
  useEffect(() => void import('./place.ts').then(({ watchPlace }) => watchPlace()), []);
  if (draft === undefined) return <div className="take take--coming" />;

  const takeAll = async (files: readonly File[], camera: boolean) => {
    setNotTaken([]);
    const said = caption.trim();
    const [{ takeFiles }, { clearCaption }, handed] = await Promise.all([
      import('./take-files.ts'),
      import('./clear-caption.ts'),
      store.drafts.get([account, key]),
    ]);
    await takeFiles(files, {
      ...{ camera, said, onCapture },
      field: {
        now: () => latest.current,
        // Left meanwhile: what stands there now may have been typed on the screen opened anew.
        clear: () => (here.current ? draft.change('') : clearCaption(store, handed)),
      },
      onNotTaken: (file) => setNotTaken((before) => [...before, file]),
    });
    setTaken(true);
  };
  const take = (files: readonly File[], camera: boolean) => takingIn(target.id, takeAll(files, camera));
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
        onChange={(event) => draft.change(event.target.value)}
      />
      <NearLimit id="caption" text={caption} limit={longestCaption} store={storableLine} />
      {/* A refusal is read first; the place can be asked about after the next photo. */}
      {notTaken.length > 0 ? (
        <Suspense fallback={null}>
          <NotTaken files={notTaken} />
        </Suspense>
      ) : (
        taken && (
          <Suspense fallback={null}>
            <PlaceQuestion />
          </Suspense>
        )
      )}
    </div>
  );
}
