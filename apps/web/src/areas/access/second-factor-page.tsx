import { DropSecondFactor } from '@kycuong/domain/access/second-factor.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { PasswordField } from '@kycuong/ui/form/password-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { focusOn } from '../../decision/use-focus-here.ts';
import { Loaded } from '../../loaded.tsx';
import { useAccount } from '../../session.ts';
import { useCommand } from '../../use-command.ts';
import { EnrolFactor } from './enrol-factor.tsx';

/** One's own second factor: on, with how many recovery codes are left, or how to turn it on. */
export function SecondFactorPage() {
  const { t } = useMessages();
  const { username } = useAccount();
  const query = useQuery(trpc.access.secondFactor.queryOptions({}));
  // Stays while the recovery codes are shown, although the server says that there is one by then.
  const [enrolling, setEnrolling] = useState(false);
  return (
    <>
      <PageHeader title={t('second-factor:title')} subtitle={t('second-factor:lead')} />
      <div className="kc-page narrow-page">
        <Loaded query={query} rows={3}>
          {({ enrolledAt, recoveryCodes }) => {
            if (enrolling) return <EnrolFactor username={username} onDone={() => setEnrolling(false)} />;
            if (enrolledAt === null)
              return (
                <Notice
                  icon="key"
                  title={t('second-factor:off')}
                  acts={
                    <Button kind="main" onClick={() => setEnrolling(true)}>
                      {t('second-factor:turn-on')}
                    </Button>
                  }
                >
                  {t('second-factor:off-text')}
                </Notice>
              );
            return (
              <>
                <Notice
                  tone={recoveryCodes < 3 ? 'soon' : 'done'}
                  title={t('second-factor:since', { time: formatInstant(enrolledAt) })}
                >
                  {t('second-factor:recovery-left', { count: recoveryCodes })}
                </Notice>
                <DropForm />
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}

function DropForm() {
  const { t } = useMessages();
  const form = useDomainForm(DropSecondFactor, { current: '', code: '' });
  const { send, busy } = useCommand(trpc.access.dropSecondFactor.mutationOptions(), {
    form,
    onDone: () => {
      notifyDone(t('second-factor:turned-off'));
      focusOn(document.querySelector('main h1'));
    },
  });
  return (
    <section className="drop-factor">
      <h2>{t('second-factor:turn-off')}</h2>
      <p>{t('second-factor:turn-off-text')}</p>
      <DomainForm form={form} onSubmit={send}>
        <PasswordField
          control={form.control}
          name="current"
          label={t('access:current-password')}
          autoComplete="current-password"
        />
        <TextField
          control={form.control}
          name="code"
          label={t('second-factor:code')}
          help={t('second-factor:code-help')}
          autoComplete="one-time-code"
        />
        <div className="kc-form-acts">
          <Button type="submit" busy={busy}>
            {t('second-factor:turn-off')}
          </Button>
        </div>
      </DomainForm>
    </section>
  );
}
