import { demoAccounts, demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import { SignIn } from '@kycuong/domain/access/sign-in.ts';
import { applyRefusal } from '@kycuong/ui/form/apply-refusal.ts';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { PasswordField } from '@kycuong/ui/form/password-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { chooseLanguage, useMessages } from '@kycuong/ui/i18n.ts';
import { BrandMark } from '@kycuong/ui/plain/brand-mark.tsx';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createRoute, redirect } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { queryClient, trpc } from '../../api.ts';
import { leaveFor } from '../../leave-for.ts';
import { failureText, refusalOf } from '../../refusal.ts';
import { type Session, sessionQuery, useSession } from '../../session.ts';
import { rootRoute } from '../../shell/root-route.tsx';
import { EnterCode } from './enter-code.tsx';
import { SetPassword } from './set-password.tsx';

const notices = ['signed-out', 'password-changed'] as const;

const SignInSearch = z.object({
  from: z.optional(z.string()),
  notice: z.optional(z.enum(notices)),
});

/** Only addresses of our own: `//elsewhere` would be another site, and the sign-in itself leads nowhere. */
function ownAddress(from = '/'): string {
  return from.startsWith('/') && !from.startsWith('//') && !/^\/sign-in(?:[/?#]|$)/.test(from) ? from : '/';
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search) => SignInSearch.safeParse(search).data ?? {},
  beforeLoad: async ({ search }) => {
    const { account } = await queryClient.ensureQueryData(sessionQuery);
    if (account !== null) throw redirect({ href: ownAddress(search.from) });
  },
  component: SignInPage,
});

const EnrolFactor = lazy(async () => ({ default: (await import('./enrol-factor.tsx')).EnrolFactor }));

/** What is still to come before anything is open. */
function stepOf(waiting: Pick<Session, 'passwordToSet' | 'codeToEnter' | 'factorToEnrol'>) {
  if (waiting.passwordToSet) return 'password';
  if (waiting.codeToEnter) return 'code';
  return waiting.factorToEnrol ? 'enrolment' : undefined;
}

function SignInPage() {
  const { t, language } = useMessages();
  const session = useSession();
  const { demo } = session;
  const [given, setGiven] = useState<SignIn>();
  // Kept while the step is shown to its end, also when the server says by then that it is done.
  const [step, setStep] = useState(() => stepOf(session));
  const { from, notice } = signInRoute.useSearch();
  const navigate = signInRoute.useNavigate();
  const queries = useQueryClient();
  const form = useDomainForm(SignIn, { username: '', password: '' });
  const { mutateAsync } = useMutation(trpc.access.signIn.mutationOptions());

  useEffect(() => {
    document.title = `${t('access:sign-in')} · Kỷ Cương`;
  }, [t]);

  const submit = async (payload: SignIn) => {
    try {
      const entered = await mutateAsync(payload);
      const next = stepOf(entered);
      // Whose password is to be set is told only to whoever is in.
      if (next === 'password') await queries.invalidateQueries(sessionQuery);
      setGiven(payload);
      setStep(next);
      if (next) return;
    } catch (error) {
      const refusal = refusalOf(error);
      // Which of the two was wrong is never told, so the refusal stands above both fields.
      if (refusal && refusal.issues.length > 0) applyRefusal(form.setError, refusal, language);
      else form.setError('root.refused', { message: failureText(error, t) });
      return;
    }
    await goIn();
  };
  const goIn = async () => {
    await queries.resetQueries(sessionQuery);
    const to = ownAddress(from);
    // The tablet app is a page of its own.
    if (to.startsWith('/field/')) await leaveFor(to);
    else await navigate({ href: to });
  };

  return (
    <main className="sign-in" data-demo={demo || undefined}>
      <p className="sign-in-language">
        <Button
          kind="quiet"
          size="small"
          icon="language"
          onClick={() => void chooseLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {language === 'vi' ? 'English' : 'Tiếng Việt'}
        </Button>
      </p>
      <div className="sign-in-column">
        <p className="sign-in-brand">
          <BrandMark size={40} />
          Kỷ Cương
        </p>
        {step === 'password' && (
          <SetPassword given={given} owner={session.passwordOwner} to={ownAddress(from)} />
        )}
        {step === 'code' && <EnterCode onEntered={goIn} />}
        {step === 'enrolment' && (
          <Suspense fallback={null}>
            <h1>{t('second-factor:turn-on')}</h1>
            <p className="sign-in-lead">{t('second-factor:enrol-demanded')}</p>
            <EnrolFactor
              username={given?.username ?? ''}
              password={given?.password}
              onDone={() => void goIn()}
            />
          </Suspense>
        )}
        {step === undefined && (
          <>
            <p className="sign-in-lead">{t('access:sign-in-lead')}</p>
            {notice && (
              <Notice tone="done" role="status">
                {t(`access:${notice}`)}
              </Notice>
            )}
            <h1>{t('access:sign-in')}</h1>
            <DomainForm form={form} onSubmit={submit}>
              <TextField
                control={form.control}
                name="username"
                label={t('access:username')}
                autoComplete="username"
                autoFocus
              />
              <PasswordField
                control={form.control}
                name="password"
                label={t('access:password')}
                autoComplete="current-password"
              />
              <Button type="submit" kind="main" wide busy={form.formState.isSubmitting}>
                {t('access:sign-in')}
              </Button>
            </DomainForm>
            <p className="kc-meta">{t('access:forgotten')}</p>
          </>
        )}
      </div>
      {demo && step === undefined && (
        <section className="sign-in-demo">
          <h2>{t('access:demo-title')}</h2>
          <p>{t('access:demo-lead', { password: demoPassword })}</p>
          <ul>
            {demoAccounts.map(({ username, ...names }) => (
              <li key={username}>
                <button
                  type="button"
                  onClick={() => {
                    form.reset({ username, password: demoPassword });
                  }}
                >
                  <b>{username}</b> {names[language]}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
