import { Avatar } from '@kycuong/ui/plain/avatar.tsx';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import {
  type ColorScheme,
  chooseColorScheme,
  colorSchemes,
  storedColorScheme,
} from '@kycuong/ui/theme/color-scheme.ts';
import { useEffect, useState } from 'react';
import { choosePlace, placeSetting, usePlaceBlocked, watchPlace } from '../evidence/place.ts';
import { useMessages } from '../language.ts';
import { LockMenu } from '../lock/lock-menu.tsx';
import { useField, usePerson } from '../shell/field-context.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { signOutHere } from './sign-in-here.ts';

export function PersonMenu() {
  const field = useField();
  const person = usePerson();
  const { t } = useMessages();
  const [scheme, setScheme] = useState<ColorScheme>(storedColorScheme());
  const [place, setPlace] = useState<'on' | 'off'>(placeSetting() === 'on' ? 'on' : 'off');
  const blocked = usePlaceBlocked();
  useEffect(watchPlace, []);
  return (
    <section className="person-menu" aria-label={t('field:menu')}>
      <div className="person">
        <Avatar fullName={person.fullName} />
        <div>
          <b>{person.fullName}</b>
          <p className="kc-meta">{person.unitName}</p>
        </div>
        <Button size="touch" icon="sign-out" onClick={() => void signOutHere(field)}>
          {t('field:account.sign-out')}
        </Button>
      </div>
      <LockMenu />
      <LanguageSwitch />
      <div>
        <p className="kc-meta">{t('field:account.theme')}</p>
        <Segment
          label={t('field:account.theme')}
          value={scheme}
          options={colorSchemes.map((value) => ({ value, label: t(`field:account.${value}`) }))}
          onChange={(value) => {
            chooseColorScheme(value);
            setScheme(value);
          }}
        />
      </div>
      <div>
        <p className="kc-meta">{t('field:place.setting')}</p>
        <Segment
          label={t('field:place.setting')}
          value={place}
          options={(['on', 'off'] as const).map((value) => ({ value, label: t(`field:place.${value}`) }))}
          onChange={(value) => {
            choosePlace(value);
            setPlace(value);
          }}
        />
        {blocked && <p className="kc-meta">{t('field:place.blocked')}</p>}
      </div>
      <p className="kc-meta">{t('field:account.sign-out-kept')}</p>
    </section>
  );
}
