import { Button } from '@kycuong/ui/plain/button.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';

interface ThrowAwayButtonProps {
  /** What it is called, for whoever is asked. */
  readonly title: string;
  readonly photos: number;
  readonly onThrowAway: () => Promise<void>;
}

/** Asks once, and says what goes with it. */
export function ThrowAwayButton({ title, photos, onThrowAway }: ThrowAwayButtonProps) {
  const { t } = useMessages();
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button kind="quiet" size="touch" icon="trash" onClick={() => setAsked(true)}>
        {t('field:draft.throw-away')}
        <span className="kc-hidden"> {title}</span>
      </Button>
    );
  return (
    <div className="throw-away" role="alertdialog" aria-label={t('field:draft.throw-away')}>
      <p>{t(photos > 0 ? 'field:draft.ask-photos' : 'field:draft.ask', { title, count: photos })}</p>
      <div className="acts">
        <Button kind="danger" size="touch" icon="trash" onClick={() => void onThrowAway()}>
          {t('field:draft.throw-away-yes')}
        </Button>
        <Button size="touch" onClick={() => setAsked(false)}>
          {t('field:draft.keep')}
        </Button>
      </div>
    </div>
  );
}
