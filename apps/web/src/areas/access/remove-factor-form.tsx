import { RemoveSecondFactor } from '@kycuong/domain/access/second-factor.ts';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import type { Done, OpenedAccount } from './opened-account.ts';

interface RemoveFactorFormProps {
  readonly person: OpenedAccount;
  readonly onClose: () => void;
  readonly onDone: Done;
}

export function RemoveFactorForm({ person: { id: accountId }, onClose, onDone }: RemoveFactorFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(RemoveSecondFactor, { accountId, reason: '' });
  const { send, busy } = useCommand(trpc.access.removeSecondFactor.mutationOptions(), {
    form,
    onDone: () => onDone(t('second-factor:removed')),
  });
  return (
    <Decision title={t('second-factor:remove')}>
      <p>{t('second-factor:remove-text')}</p>
      <KeptForm form={form} title={t('second-factor:remove')} name="remove-factor" onSubmit={send}>
        <TextAreaField control={form.control} name="reason" label={t('access:lock-reason')} rows={2} />
        <DecisionActs confirm={t('second-factor:remove')} busy={busy} onCancel={onClose} />
      </KeptForm>
    </Decision>
  );
}
