import { ChangePassword, leastPasswordLength } from '@kycuong/domain/access/change-password.ts';
import type { PasswordOwner } from '@kycuong/domain/access/password-strength.ts';
import type { SignIn } from '@kycuong/domain/access/sign-in.ts';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { PasswordField } from '@kycuong/ui/form/password-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useMutation } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { leaveFor } from '../../leave-for.ts';
import { useSignOut } from '../../shell/use-sign-out.ts';
import { useCommand } from '../../use-command.ts';
import { useJudgement } from './use-judgement.ts';

interface SetPasswordProps {
  /** What was just signed in with; undefined after the page was loaded anew. */
  readonly given: SignIn | undefined;
  /** Undefined while it is not known. */
  readonly owner: PasswordOwner | undefined;
  /** Where to go with the new password. */
  readonly to: string;
}

/** The first thing to do with a password that somebody else gave: to put one's own in its place. */
export function SetPassword({ given, owner, to }: SetPasswordProps) {
  const { t } = useMessages();
  const signOut = useSignOut();
  const form = useDomainForm(ChangePassword, { current: given?.password ?? '', next: '' });
  const { mutateAsync } = useMutation(trpc.access.signIn.mutationOptions());
  const { send, busy } = useCommand(trpc.access.changePassword.mutationOptions(), {
    form,
    onDone: async () => {
      const username = given?.username ?? owner?.username;
      if (username === undefined) return leaveFor('/sign-in?notice=password-changed');
      await mutateAsync({ username, password: form.getValues('next') });
      return leaveFor(to);
    },
  });
  const [current, next] = form.watch(['current', 'next']);
  const judgement = useJudgement(next, owner, current);
  return (
    <>
      <h1>{t('access:set-own')}</h1>
      <p className="sign-in-lead">{t('access:set-own-lead')}</p>
      <DomainForm form={form} onSubmit={send}>
        {/* So that the browser's list of passwords keeps the new one under the right name. */}
        <input
          type="hidden"
          name="username"
          value={given?.username ?? owner?.username ?? ''}
          autoComplete="username"
        />
        {given === undefined && (
          <PasswordField
            control={form.control}
            name="current"
            label={t('access:given-password')}
            autoComplete="current-password"
          />
        )}
        <PasswordField
          control={form.control}
          name="next"
          label={t('access:new-password')}
          help={t('access:new-password-help', { min: leastPasswordLength })}
          autoComplete="new-password"
          judgement={judgement}
          autoFocus
        />
        <Button type="submit" kind="main" wide busy={busy}>
          {t('access:set-and-enter')}
        </Button>
      </DomainForm>
      <Button kind="quiet" icon="sign-out" onClick={signOut}>
        {t('shell:sign-out')}
      </Button>
    </>
  );
}
