import { MarkRoleMistaken } from '@kycuong/domain/access/mark-role-mistaken.ts';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import { HeldWork } from './held-work.tsx';
import type { Done, HeldRole, OpenedAccount } from './opened-account.ts';

interface MarkRoleFormProps {
  readonly person: OpenedAccount;
  readonly role: HeldRole;
  readonly onClose: () => void;
  readonly onDone: Done;
}

/** A role that was never meant, beside what the person still has in hand. */
export function MarkRoleForm({ person, role: held, onClose, onDone }: MarkRoleFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(MarkRoleMistaken, { grantId: held.id, reason: '' });
  const { send, busy } = useCommand(trpc.access.markRoleMistaken.mutationOptions(), {
    form,
    onDone: () => onDone(t('list-import:mark-done')),
  });
  return (
    <Decision title={t('list-import:mark-role-title', { role: t(`access:role-${held.role}`) })}>
      <p>{t('list-import:mark-role-text')}</p>
      <HeldWork accountId={person.id} />
      <KeptForm
        form={form}
        title={t('list-import:mark-role-title', { role: t(`access:role-${held.role}`) })}
        name={`mark-role-${held.id}`}
        onSubmit={send}
      >
        <TextAreaField control={form.control} name="reason" label={t('list-import:mark-reason')} rows={2} />
        <DecisionActs confirm={t('list-import:by-mistake')} busy={busy} onCancel={onClose} />
      </KeptForm>
    </Decision>
  );
}
