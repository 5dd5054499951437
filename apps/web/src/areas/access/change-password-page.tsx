import { ChangePassword, leastPasswordLength } from '@kycuong/domain/access/change-password.ts';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { createRoute } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { leaveFor } from '../../leave-for.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { useCommand } from '../../use-command.ts';

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
  return (
    <>
      <PageHeader title={t('access:change-password')} subtitle={t('access:change-password-lead')} />
      <div className="kc-page narrow-page">
        <DomainForm form={form} onSubmit={send}>
          <TextField
            control={form.control}
            name="current"
            label={t('access:current-password')}
            type="password"
            autoComplete="current-password"
          />
          <TextField
            control={form.control}
            name="next"
            label={t('access:new-password')}
            help={t('access:new-password-help', { min: leastPasswordLength })}
            type="password"
            autoComplete="new-password"
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
