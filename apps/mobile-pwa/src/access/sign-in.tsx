import { BrandMark } from '@kycuong/ui/plain/brand-mark.tsx';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Field } from '@kycuong/ui/plain/field.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { PasswordInput } from '@kycuong/ui/plain/password-input.tsx';
import { lazy, type SubmitEvent, Suspense, useEffect, useRef, useState } from 'react';
import { useMessages, withLaterTexts } from '../language.ts';
import { PeopleHere } from '../lock/people-here.tsx';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { go } from '../shell/route.ts';
import { useLive } from '../shell/use-live.ts';
import { useOnline } from '../shell/use-online.ts';
import { fact } from '../sync/facts.ts';
import type { Person } from '../sync/store.ts';
import type { SecondStep } from './enter-second-step.tsx';
import { failureReason } from './failure-reason.ts';
import { LanguageSwitch } from './language-switch.tsx';
import type { GivenPassword } from './set-own-password.tsx';
import { adoptSession, enterCodeHere, signInHere } from './sign-in-here.ts';
import { SlowAnswer } from './slow-answer.tsx';

const DemoAccounts = lazy(async () => ({ default: (await import('./demo-accounts.tsx')).DemoAccounts }));

const SetOwnPassword = lazy(async () => ({
  default: (await withLaterTexts(import('./set-own-password.tsx'))).SetOwnPassword,
}));

const EnterSecondStep = lazy(async () => ({
  default: (await withLaterTexts(import('./enter-second-step.tsx'))).EnterSecondStep,
}));

const WrongPerson = lazy(async () => ({
  default: (await withLaterTexts(import('./wrong-person.tsx'))).WrongPerson,
}));

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
  const [step, setStep] = useState<SecondStep | null>(null);
  const [given, setGiven] = useState<GivenPassword | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // Signed in at the console of this browser already: nothing to ask for. Without a network the form stays.
    void adoptSession({ store, server }).catch(() => undefined);
    void server.isDemo().then(setDemo, () => undefined);
  }, [store, server]);

  const enter = async (username: string, password: string) => {
    const entered = await signInHere({ store, server }, username, password);
    if (entered === 'password-to-set') return setGiven({ username, password });
    setGiven(null);
    if (entered === 'code' || entered === 'enrolment') return setStep(entered);
    await goOn(entered);
  };
  const goOn = async (entered: Person | null) => {
    setStep(null);
    if (entered !== null) return setOther(entered);
    go({ name: 'visits' }, { replace: true });
    await sync.now();
  };

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    if (!data.get('username') || !data.get('password')) return setProblem(t('field:sign-in.both'));
    setBusy(true);
    setProblem(null);
    try {
      await enter(String(data.get('username')), String(data.get('password')));
    } catch (error) {
      setProblem(await failureReason(error));
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
  if (step !== null)
    return (
      <main className="sign-in">
        <Suspense fallback={null}>
          <EnterSecondStep
            step={step}
            onCode={async (code) => goOn(await enterCodeHere({ store, server }, code))}
            onBack={() => setStep(null)}
          />
        </Suspense>
        <LanguageSwitch />
      </main>
    );
  if (given !== null)
    return (
      <main className="sign-in">
        <Suspense fallback={null}>
          <SetOwnPassword given={given} onSet={enter} onBack={() => setGiven(null)} />
        </Suspense>
        <LanguageSwitch />
      </main>
    );
  return (
    <main className="sign-in">
      <div className="sign-in-brand">
        <BrandMark size={40} />
        <p>Kỷ Cương</p>
      </div>
      <h1>{t('field:sign-in.title')}</h1>
      <p className="lead">{known ? t('field:sign-in.ended') : t('field:sign-in.lead')}</p>
      {known && other && (
        <Suspense fallback={null}>
          <WrongPerson here={known} other={other} onAgain={() => setOther(null)} />
        </Suspense>
      )}
      {!online && !known && <Notice icon="cloud-off">{t('field:sign-in.offline')}</Notice>}
      <form noValidate ref={form} onSubmit={(event) => void submit(event)}>
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
          <PasswordInput
            id="password"
            name="password"
            size="touch"
            showLabel={t('field:sign-in.show')}
            autoComplete="current-password"
            aria-invalid={problem !== null || undefined}
            aria-describedby={problem === null ? undefined : 'password-error'}
            required
          />
        </Field>
        <SlowAnswer busy={busy} />
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
      {demo && !known && (
        <Suspense fallback={null}>
          <DemoAccounts onChoose={fill} />
        </Suspense>
      )}
      <LanguageSwitch />
    </main>
  );
}
