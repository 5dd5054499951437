import { LockAccount } from '@kycuong/domain/access/lock-account.ts';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import { HeldWork } from './held-work.tsx';
import type { Done, OpenedAccount } from './opened-account.ts';

interface LockAccountFormProps {
  readonly person: OpenedAccount;
  readonly onClose: () => void;
  readonly onDone: Done;
}

/** Locking, beside what the person still has in hand. */
export function LockAccountForm({ person: { id: accountId }, onClose, onDone }: LockAccountFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(LockAccount, { accountId, reason: '' });
  const { send, busy } = useCommand(trpc.access.lockAccount.mutationOptions(), {
    form,
    onDone: () => onDone(t('access:done-lock')),
  });
  return (
    <Decision title={t('access:lock')}>
      <p>{t('access:lock-text')}</p>
      <HeldWork accountId={accountId} />
      <KeptForm form={form} title={t('access:lock')} name="lock" onSubmit={send}>
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('access:lock-reason')}
          help={t('access:lock-reason-help')}
          rows={2}
        />
        <DecisionActs confirm={t('access:lock')} busy={busy} onCancel={onClose} />
      </KeptForm>
    </Decision>
  );
}
