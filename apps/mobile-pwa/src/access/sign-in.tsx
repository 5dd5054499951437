import { BrandMark } from '@kycuong/ui/plain/brand-mark.tsx';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Field } from '@kycuong/ui/plain/field.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { errorText, useMessages } from '../language.ts';
import { PeopleHere } from '../lock/people-here.tsx';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { go } from '../shell/route.ts';
import { useLive } from '../shell/use-live.ts';
import { useOnline } from '../shell/use-online.ts';
import { fact } from '../sync/facts.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import type { Person } from '../sync/store.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { adoptSession, signInHere } from './sign-in-here.ts';
import { WrongPerson } from './wrong-person.tsx';

function reasonOf(error: unknown, fallback: string): string {
  return error instanceof ServerFailure && error.key !== null
    ? errorText(error.key, error.details)
    : fallback;
}

/** Needs the server once; afterwards the person goes on offline, and comes back here only to send. */
export function SignIn() {
  const { store, server, sync } = useField();
  const { t } = useMessages();
  const online = useOnline();
  const known = useLive('sign-in', () => fact(store, 'person'));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [demo, setDemo] = useState(false);
  const [other, setOther] = useState<Person | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // Signed in at the console of this browser already: nothing to ask for. Without a network the form stays.
    void adoptSession({ store, server }).catch(() => undefined);
    void server.isDemo().then(setDemo, () => undefined);
  }, [store, server]);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      const somebodyElse = await signInHere(
        { store, server },
        String(data.get('username')),
        String(data.get('password')),
      );
      if (somebodyElse !== null) return setOther(somebodyElse);
      go({ name: 'visits' }, { replace: true });
      await sync.now();
    } catch (error) {
      setProblem(reasonOf(error, t('field:sign-in.failed')));
    } finally {
      setBusy(false);
    }
  };

  const fill = (username: string, password: string) => {
    for (const [name, value] of Object.entries({ username, password })) {
      const input = form.current?.elements.namedItem(name);
      if (input instanceof HTMLInputElement) input.value = value;
    }
  };
  return (
    <main className="sign-in">
      <div className="sign-in-brand">
        <BrandMark size={40} />
        <p>Kỷ Cương</p>
      </div>
      <h1>{t('field:sign-in.title')}</h1>
      <p className="lead">{known ? t('field:sign-in.ended') : t('field:sign-in.lead')}</p>
      {known && other && <WrongPerson here={known} other={other} onAgain={() => setOther(null)} />}
      {!online && !known && <Notice icon="cloud-off">{t('field:sign-in.offline')}</Notice>}
      <form ref={form} onSubmit={(event) => void submit(event)}>
        <Field id="username" label={t('field:sign-in.username')}>
          <input
            id="username"
            name="username"
            className="kc-input kc-input--touch"
            autoComplete="username"
            autoCapitalize="none"
            defaultValue={known?.username}
            key={known?.username}
            required
          />
        </Field>
        <Field id="password" label={t('field:sign-in.password')} error={problem ?? undefined}>
          <input
            id="password"
            name="password"
            type="password"
            className="kc-input kc-input--touch"
            autoComplete="current-password"
            aria-invalid={problem !== null || undefined}
            aria-describedby={problem === null ? undefined : 'password-error'}
            required
          />
        </Field>
        <Button type="submit" kind="main" size="touch" wide busy={busy}>
          {t('field:sign-in.enter')}
        </Button>
      </form>
      {known && (
        <GoLink to={{ name: 'visits' }} className="text-link">
          {t('field:sign-in.continue', { name: known.fullName })}
        </GoLink>
      )}
      {!known && <PeopleHere />}
      {demo && !known && <DemoAccounts onChoose={fill} />}
      <LanguageSwitch />
    </main>
  );
}
