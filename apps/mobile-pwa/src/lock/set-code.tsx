import { BrandMark } from '@kycuong/ui/plain/brand-mark.tsx';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useState } from 'react';
import { LanguageSwitch } from '../access/language-switch.tsx';
import { signOutHere } from '../access/sign-in-here.ts';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import type { Person } from '../sync/store.ts';
import { makeKey } from './keys.ts';
import { NewCode } from './new-code.tsx';

/** Once per person and device, before anything of theirs is written. */
export function SetCode({ person }: { readonly person: Person }) {
  const field = useField();
  const { t } = useMessages();
  const [failed, setFailed] = useState(false);
  const keep = async (code: string) => {
    setFailed(false);
    // False: another tab was first, and this page asks for that code now.
    await makeKey(field.store, person, code, new Date()).catch(() => setFailed(true));
  };
  return (
    <main className="sign-in">
      <div className="sign-in-brand">
        <BrandMark size={40} />
        <p>Kỷ Cương</p>
      </div>
      <h1>{t('field:code.set-title')}</h1>
      <p className="lead">{t('field:code.set-lead', { name: person.fullName })}</p>
      <NewCode onCode={keep} act={t('field:code.set')} />
      {failed && (
        <Notice tone="late" role="alert">
          {t('field:not-saved')}
        </Notice>
      )}
      <Notice icon="key">{t('field:code.set-recovery')}</Notice>
      <Button kind="quiet" size="touch" onClick={() => void signOutHere(field)}>
        {t('field:code.not-me', { name: person.fullName })}
      </Button>
      <LanguageSwitch />
    </main>
  );
}
