import { Button } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useEffect, useRef } from 'react';
import { useMessages } from '../language.ts';
import { useMarkingQuestion } from './ask-about-marking.ts';

/** Shown before what bears a marking of secrecy is logged. Closing it means: do not put it in. */
export function MarkingWarning() {
  const { t } = useMessages();
  const question = useMarkingQuestion();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (question) dialog.current?.showModal();
  }, [question]);
  if (question === undefined) return null;
  const { marking, text, answer } = question;
  return (
    <dialog ref={dialog} className="warning" aria-labelledby="marking" onCancel={() => answer(false)}>
      <h2 id="marking">
        <Icon name="lock" size={24} />
        {t('field:secret.title', { marking })}
      </h2>
      <p>{t('field:secret.text')}</p>
      <p className="quoted">{text}</p>
      <p className="kc-meta">{t('field:secret.recorded')}</p>
      <div className="acts">
        <Button kind="main" size="touch" onClick={() => answer(false)}>
          {t('field:secret.take-out')}
        </Button>
        <Button size="touch" onClick={() => answer(true)}>
          {t('field:secret.not-secret')}
        </Button>
      </div>
    </dialog>
  );
}
