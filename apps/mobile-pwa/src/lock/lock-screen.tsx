import { Avatar } from '@kycuong/ui/plain/avatar.tsx';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useRef, useState } from 'react';
import { LanguageSwitch } from '../access/language-switch.tsx';
import { signOutHere } from '../access/sign-in-here.ts';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { useRoute } from '../shell/route.ts';
import { useLive } from '../shell/use-live.ts';
import { useOnline } from '../shell/use-online.ts';
import { sayStatus } from '../sync/say-status.ts';
import { readTotals } from '../sync/status.ts';
import type { Person, StoredKey } from '../sync/store.ts';
import { prepareFirstLook } from '../visit/first-look.ts';
import { CodeField } from './code-field.tsx';
import { unlock } from './keys.ts';
import { sayWait } from './say-wait.ts';
import { usePause } from './use-pause.ts';

/** Asks for the code, with or without a network. What waits to be sent is said here too, whoever wrote it. */
export function LockScreen({ person, stored }: { readonly person: Person; readonly stored: StoredKey }) {
  const field = useField();
  const { store } = field;
  const { t } = useMessages();
  const online = useOnline();
  const status = useLive('status', () => readTotals(store));
  const { seconds, again } = usePause(person.id);
  const [code, setCode] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const route = useRoute();
  const input = useRef<HTMLInputElement>(null);
  const open = async () => {
    if (code === '' || busy) return;
    setBusy(true);
    const { outcome } = await unlock(store, person.id, code, new Date(), () =>
      prepareFirstLook(store, person.id, { totals: status, list: route.name === 'visits' }),
    );
    if (outcome === 'open') return;
    setBusy(false);
    setCode('');
    setWrong(outcome === 'wrong');
    await again();
    input.current?.focus();
  };
  const said = status && sayStatus(t, status, online);
  const problem =
    seconds > 0
      ? t('field:lock.wait', { time: sayWait(seconds) })
      : isWrong
        ? t('field:lock.wrong')
        : undefined;
  return (
    <main className="sign-in lock-screen">
      <div className="person">
        <Avatar fullName={person.fullName} />
        <div>
          <h1>{person.fullName}</h1>
          <p className="kc-meta">{person.unitName}</p>
        </div>
        <Icon name="lock" size={24} />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <CodeField
          id="unlock-code"
          label={t('field:lock.code')}
          value={code}
          onChange={setCode}
          digits={stored.byCode.digits}
          error={problem}
          disabled={seconds > 0}
          focus
          inputRef={input}
        />
        <Button type="submit" kind="main" size="touch" wide busy={busy} disabled={seconds > 0}>
          {t(busy ? 'field:lock.opening' : 'field:lock.open')}
        </Button>
      </form>
      {said && (
        <p className="lock-status" role="status">
          <Icon name={said.icon} />
          <span>
            {said.title}
            <span className="kc-meta">{said.line}</span>
          </span>
        </p>
      )}
      <div className="acts lock-ways">
        <GoLink to={{ name: 'forgotten' }} className="text-link">
          {t('field:lock.forgotten')}
        </GoLink>
        <Button kind="quiet" size="touch" onClick={() => void signOutHere(field)}>
          {t('field:lock.somebody-else')}
        </Button>
      </div>
      <LanguageSwitch />
    </main>
  );
}
