import { SignIn } from '@kycuong/domain/access/sign-in.ts';
import { applyRefusal } from '@kycuong/ui/form/apply-refusal.ts';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { PasswordField } from '@kycuong/ui/form/password-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { trpc } from '../../api.ts';
import { dropCopiesOfWindow } from '../../draft/open-copies.ts';
import { letOpenDraftsGo } from '../../draft/open-drafts.ts';
import { leaveFor } from '../../leave-for.ts';
import { failureText, refusalOf } from '../../refusal.ts';
import { type Account, sessionQuery } from '../../session.ts';
import { EnterCode } from './enter-code.tsx';

/**
 * Over a page whose owner's session is over: they sign in again and go on where they were. The page is covered meanwhile, and
 * whoever else signs in gets a page of their own.
 */
export function SignInAgain({ account }: { readonly account: Account }) {
  const { t, language } = useMessages();
  const queries = useQueryClient();
  // Where they were: taken before the page under this one lets go of it.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
  // They may sign in at another tab instead; coming back from it shows that.
  useQuery({ ...sessionQuery, refetchOnWindowFocus: 'always' });
  const [step, setStep] = useState<'password' | 'code' | 'elsewhere'>('password');
  const form = useDomainForm(SignIn, { username: account.username, password: '' });
  const { mutateAsync } = useMutation(trpc.access.signIn.mutationOptions());
  const goOn = () => queries.invalidateQueries(sessionQuery);
  const leave = () => {
    letOpenDraftsGo();
    dropCopiesOfWindow(account.id);
    return leaveFor('/sign-in');
  };
  const submit = async (payload: SignIn) => {
    try {
      const { accountId, codeToEnter, passwordToSet, factorToEnrol } = await mutateAsync(payload);
      if (accountId !== account.id) return await leaveFor('/');
      if (codeToEnter) return setStep('code');
      if (passwordToSet || factorToEnrol) return setStep('elsewhere');
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.key === 'access.wrong-password')
        form.setError('password', { type: refusal.key, message: t('shell:wrong-password') });
      else if (refusal && refusal.issues.length > 0) applyRefusal(form.setError, refusal, language);
      else form.setError('root.refused', { message: failureText(error, t) });
      return;
    }
    await goOn();
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('shell:signed-out-title')}
      overlayProps={{ className: 'shell-cover' }}
    >
      <div className="sign-in-again">
        {step === 'password' && (
          <>
            <p>{t('shell:signed-out-text', { name: account.fullName })}</p>
            <DomainForm form={form} onSubmit={submit} isOneField>
              <input type="hidden" name="username" value={account.username} autoComplete="username" />
              <PasswordField
                control={form.control}
                name="password"
                label={t('shell:password-of', { username: account.username })}
                autoComplete="current-password"
                autoFocus
              />
              <Button type="submit" kind="main" wide busy={form.formState.isSubmitting}>
                {t('shell:sign-in-and-go-on')}
              </Button>
            </DomainForm>
          </>
        )}
        {step === 'code' && <EnterCode onEntered={goOn} onStartOver={() => setStep('password')} />}
        {step === 'elsewhere' && (
          <Notice tone="soon" role="status">
            {t('shell:signed-out-elsewhere')}{' '}
            <a href="/sign-in" target="_blank" rel="noreferrer">
              {t('shell:signed-out-new-tab')}
            </a>
          </Notice>
        )}
        <Button kind="quiet" icon="sign-out" onClick={() => void leave()}>
          {t('shell:signed-out-leave')}
        </Button>
      </div>
    </Modal>
  );
}
