import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { Head } from '../shell/head.tsx';
import { useLive } from '../shell/use-live.ts';
import { CodeField } from './code-field.tsx';
import { changeCode, currentKey } from './keys.ts';
import { NewCode } from './new-code.tsx';
import { sayWait } from './say-wait.ts';
import { usePause } from './use-pause.ts';

/** The same key under another code; nothing that was written is touched. */
export function ChangeCode() {
  const { store } = useField();
  const person = usePerson();
  const { t } = useMessages();
  const stored = useLive('key', () => currentKey(store, person.id));
  const { seconds, again } = usePause(person.id);
  const [old, setOld] = useState('');
  const [done, setDone] = useState<'open' | 'wrong' | 'wait' | null>(null);
  const change = async (next: string) => {
    const { outcome } = await changeCode(store, person.id, { old, next }, new Date());
    setDone(outcome);
    setOld('');
    await again();
  };
  const problem =
    seconds > 0
      ? t('field:lock.wait', { time: sayWait(seconds) })
      : done === 'wrong'
        ? t('field:lock.wrong')
        : undefined;
  return (
    <div className="screen">
      <Head title={t('field:code.change')} back={{ name: 'visits' }} />
      <main className="page form-page">
        {done === 'open' ? (
          <Notice tone="done" role="status">
            {t('field:code.changed')}
          </Notice>
        ) : (
          <div className="sign-in code-form">
            <NewCode onCode={change} act={t('field:code.change-act')} blocked={seconds > 0 || old === ''}>
              <CodeField
                id="old-code"
                label={t('field:code.old')}
                value={old}
                onChange={setOld}
                digits={stored?.byCode.digits ?? true}
                error={problem}
                disabled={seconds > 0}
              />
            </NewCode>
          </div>
        )}
      </main>
    </div>
  );
}
