import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../language.ts';
import { choosePlace, placeSetting, usePlaceBlocked } from './place.ts';

/**
 * Asked once, after a photo is kept, never before; the answer can be changed among the person's settings. Where the
 * browser does not give the place that was wanted, it is said once, here.
 */
export function PlaceQuestion() {
  const { t } = useMessages();
  const [setting, setSetting] = useState(placeSetting());
  const [wanted, setWanted] = useState(false);
  const blocked = usePlaceBlocked();
  const asked = setting === 'unasked' && 'geolocation' in navigator;
  const question = useRef<HTMLDivElement>(null);
  // It comes after the photo, mostly below what is seen of the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it comes
  useEffect(() => void question.current?.scrollIntoView({ block: 'nearest' }), [asked]);
  if (wanted && blocked) return <Notice role="status">{t('field:place.blocked')}</Notice>;
  if (!asked) return null;
  const answer = (chosen: 'on' | 'off') => {
    choosePlace(chosen);
    setSetting(chosen);
    setWanted(chosen === 'on');
  };
  return (
    <div ref={question}>
      <Notice
        icon="info"
        acts={
          <>
            <Button size="touch" onClick={() => answer('on')}>
              {t('field:place.yes')}
            </Button>
            <Button kind="quiet" size="touch" onClick={() => answer('off')}>
              {t('field:place.no')}
            </Button>
          </>
        }
      >
        {t('field:place.question')}
      </Notice>
    </div>
  );
}
