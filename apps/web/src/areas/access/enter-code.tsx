import { EnterCode as EnterCodeInput } from '@kycuong/domain/access/second-factor.ts';
import { applyRefusal } from '@kycuong/ui/form/apply-refusal.ts';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useMutation } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { failureText, refusalOf } from '../../refusal.ts';
import { useSignOut } from '../../shell/use-sign-out.ts';

interface EnterCodeProps {
  readonly onEntered: () => Promise<void>;
  /** Another way back to the first step than leaving the page. */
  readonly onStartOver?: () => void;
}

/** The second step of a sign-in: the code that the app shows, or one of the recovery codes. */
export function EnterCode({ onEntered, onStartOver }: EnterCodeProps) {
  const { t, language } = useMessages();
  const signOut = useSignOut();
  const form = useDomainForm(EnterCodeInput, { code: '' });
  const { mutateAsync } = useMutation(trpc.access.enterCode.mutationOptions());
  const submit = async (payload: EnterCodeInput) => {
    try {
      await mutateAsync(payload);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) applyRefusal(form.setError, refusal, language);
      else form.setError('root.refused', { message: failureText(error, t) });
      return;
    }
    await onEntered();
  };
  return (
    <>
      <h1>{t('second-factor:second-step')}</h1>
      <p className="sign-in-lead">{t('second-factor:second-step-lead')}</p>
      <DomainForm form={form} onSubmit={submit}>
        <TextField
          control={form.control}
          name="code"
          label={t('second-factor:code')}
          help={t('second-factor:code-help')}
          autoComplete="one-time-code"
          autoFocus
        />
        <Button type="submit" kind="main" wide busy={form.formState.isSubmitting}>
          {t('access:sign-in')}
        </Button>
      </DomainForm>
      <Button kind="quiet" icon="sign-out" onClick={onStartOver ?? signOut}>
        {t('second-factor:start-over')}
      </Button>
    </>
  );
}
