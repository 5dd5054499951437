import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import { EnrolSecondFactor, recoveryCodeCount } from '@kycuong/domain/access/second-factor.ts';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { PasswordField } from '@kycuong/ui/form/password-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Secret, TOTP } from 'otpauth';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useFocusHere } from '../../decision/use-focus-here.ts';
import { useCommand } from '../../use-command.ts';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import './second-factor.css';

interface EnrolFactorProps {
  readonly username: string;
  /** What was just signed in with; asked for where it is not known. */
  readonly password?: string | undefined;
  readonly onDone: () => void;
}

/** The secret is made here and sent once, with a code that shows that the app has it. */
export function EnrolFactor({ username, password, onDone }: EnrolFactorProps) {
  const { t } = useMessages();
  const [secret] = useState(() => new Secret({ size: 20 }).base32);
  const [recoveryCodes] = useState(() => Array.from({ length: recoveryCodeCount }, generatePaperCode));
  const [enrolled, setEnrolled] = useState(false);
  const place = useFocusHere();
  const form = useDomainForm(EnrolSecondFactor, {
    current: password ?? '',
    secret,
    code: '',
    recoveryCodes,
  });
  const { control } = form;
  const { send, busy } = useCommand(trpc.access.enrolSecondFactor.mutationOptions(), {
    form,
    onDone: () => setEnrolled(true),
  });
  if (enrolled) return <RecoveryCodes codes={recoveryCodes} onKept={onDone} />;
  const address = new TOTP({ issuer: 'Kỷ Cương', label: username || 'Kỷ Cương', secret }).toString();
  return (
    <section ref={place} className="enrol-factor" aria-label={t('second-factor:turn-on')} tabIndex={-1}>
      <ol>
        <li>{t('second-factor:enrol-app')}</li>
        <li>
          {t('second-factor:enrol-scan')}
          <QrCode text={address} label={t('second-factor:enrol-qr')} />
          <p className="kc-meta">{t('second-factor:enrol-by-hand')}</p>
          <code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        </li>
        <li>{t('second-factor:enrol-type')}</li>
      </ol>
      <DomainForm form={form} onSubmit={send}>
        <TextField
          control={control}
          name="code"
          label={t('second-factor:code')}
          autoComplete="one-time-code"
        />
        {password === undefined && (
          <PasswordField
            control={control}
            name="current"
            label={t('access:current-password')}
            autoComplete="current-password"
          />
        )}
        <div className="kc-form-acts">
          <Button type="submit" kind="main" busy={busy}>
            {t('second-factor:turn-on')}
          </Button>
        </div>
      </DomainForm>
    </section>
  );
}
