import { ChangePassword, leastPasswordLength } from '@kycuong/domain/access/change-password.ts';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { PasswordField } from '@kycuong/ui/form/password-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { createRoute } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { leaveFor } from '../../leave-for.ts';
import { useAccount } from '../../session.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { useCommand } from '../../use-command.ts';
import { useJudgement } from './use-judgement.ts';

export const changePasswordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account/password',
  component: ChangePasswordPage,
});

function ChangePasswordPage() {
  const { t } = useMessages();
  const form = useDomainForm(ChangePassword, { current: '', next: '' });
  const { send, busy } = useCommand(trpc.access.changePassword.mutationOptions(), {
    form,
    onDone: () => leaveFor('/sign-in?notice=password-changed'),
  });
  const { username, fullName, unit } = useAccount();
  const [current, next] = form.watch(['current', 'next']);
  const judgement = useJudgement(next, { username, fullName, unitName: unit?.name }, current);
  return (
    <>
      <PageHeader title={t('access:change-password')} subtitle={t('access:change-password-lead')} />
      <div className="kc-page narrow-page">
        <DomainForm form={form} onSubmit={send}>
          <PasswordField
            control={form.control}
            name="current"
            label={t('access:current-password')}
            autoComplete="current-password"
          />
          <PasswordField
            control={form.control}
            name="next"
            label={t('access:new-password')}
            help={t('access:new-password-help', { min: leastPasswordLength })}
            autoComplete="new-password"
            judgement={judgement}
          />
          <div className="kc-form-acts">
            <Button type="submit" kind="main" busy={busy}>
              {t('access:change-password')}
            </Button>
          </div>
        </DomainForm>
      </div>
    </>
  );
}
