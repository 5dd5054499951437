import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import { ResetPassword, slipHours } from '@kycuong/domain/access/reset-password.ts';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { useCommand } from '../../use-command.ts';
import type { Done, OpenedAccount } from './opened-account.ts';
import { PaperSlip } from './paper-slip.tsx';

interface ResetPasswordFormProps {
  readonly person: OpenedAccount;
  readonly onClose: () => void;
  readonly onDone: Done;
}

/** Asks first, then shows the slip this once: only the hash of its code is kept. */
export function ResetPasswordForm({ person, onClose, onDone }: ResetPasswordFormProps) {
  const { t } = useMessages();
  const [code] = useState(generatePaperCode);
  const [until, setUntil] = useState<string>();
  const form = useDomainForm(ResetPassword, { accountId: person.id, code });
  const { send, busy } = useCommand(trpc.access.resetPassword.mutationOptions(), {
    form,
    onDone: (slip) => setUntil(slip.until),
  });
  if (until !== undefined) {
    const handedOver = () => void onDone(t('access:done-reset', { until: formatInstant(until) }));
    return <PaperSlip person={person} code={code} until={until} onClose={handedOver} />;
  }
  return (
    <Decision title={t('access:reset')}>
      <p>{t('access:reset-text', { hours: slipHours })}</p>
      <DomainForm form={form} onSubmit={send}>
        <DecisionActs confirm={t('access:reset-confirm')} busy={busy} onCancel={onClose} />
      </DomainForm>
    </Decision>
  );
}
