import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useState } from 'react';
import { type FieldKey, useMessages } from '../language.ts';
import { type Captured, capture, hasRoomFor } from './capture.ts';

/** The device's camera, or its files where there is none. The hash is taken before anything is logged. */
export function TakePhoto({ onCapture }: { readonly onCapture: (captured: Captured) => Promise<void> }) {
  const { t } = useMessages();
  const [problem, setProblem] = useState<FieldKey | null>(null);
  const take = async (files: readonly File[]) => {
    setProblem(null);
    const takenAt = new Date().toISOString();
    for (const file of files) {
      const captured = await capture(file, takenAt).catch(() => undefined);
      if (captured === undefined) setProblem('field:walk.photo-failed');
      else if (!(await hasRoomFor(captured.facts.size))) setProblem('field:walk.photo-no-room');
      else await onCapture(captured);
    }
  };
  return (
    <label className="take-photo">
      <Icon name="camera" size={24} />
      {t('field:walk.photo')}
      <input
        type="file"
        className="kc-hidden"
        accept="image/*"
        capture="environment"
        multiple
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void take(files);
        }}
      />
      {problem && (
        <span className="take-problem" role="alert">
          {t(problem)}
        </span>
      )}
    </label>
  );
}
