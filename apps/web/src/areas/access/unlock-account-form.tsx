import { UnlockAccount } from '@kycuong/domain/access/unlock-account.ts';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import type { Done, OpenedAccount } from './opened-account.ts';

interface UnlockAccountFormProps {
  readonly person: OpenedAccount;
  readonly onClose: () => void;
  readonly onDone: Done;
}

export function UnlockAccountForm({ person: { id: accountId }, onClose, onDone }: UnlockAccountFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(UnlockAccount, { accountId, reason: '' });
  const { send, busy } = useCommand(trpc.access.unlockAccount.mutationOptions(), {
    form,
    onDone: () => onDone(t('access:done-unlock')),
  });
  return (
    <Decision title={t('access:unlock')}>
      <p>{t('access:unlock-text')}</p>
      <KeptForm form={form} title={t('access:unlock')} name="unlock" onSubmit={send}>
        <TextAreaField control={form.control} name="reason" label={t('access:lock-reason')} rows={2} />
        <DecisionActs confirm={t('access:unlock')} busy={busy} onCancel={onClose} />
      </KeptForm>
    </Decision>
  );
}
