import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { choosePlace, placeSetting } from './place.ts';

/** Asked once, after a photo is kept, never before; the answer can be changed among the person's settings. */
export function PlaceQuestion() {
  const { t } = useMessages();
  const [setting, setSetting] = useState(placeSetting());
  if (setting !== 'unasked' || !('geolocation' in navigator)) return null;
  const answer = (chosen: 'on' | 'off') => {
    choosePlace(chosen);
    setSetting(chosen);
  };
  return (
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
  );
}
