import { EndRole } from '@kycuong/domain/access/end-role.ts';
import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { useCommand } from '../../use-command.ts';
import { HeldWork } from './held-work.tsx';
import type { HeldRole, OpenedAccount } from './opened-account.ts';

interface EndRoleFormProps {
  readonly person: OpenedAccount;
  readonly role: HeldRole;
  readonly onClose: () => void;
}

/** The last day of a role, beside what the person still has in hand. */
export function EndRoleForm({ person, role, onClose }: EndRoleFormProps) {
  const { t } = useMessages();
  const today = dateInVietnam(new Date());
  const form = useDomainForm(EndRole, { grantId: role.id, lastDay: today });
  const { send, busy } = useCommand(trpc.access.endRole.mutationOptions(), { form, onDone: onClose });
  const title = t('access:end-role-title', { role: t(`access:role-${role.role}`) });
  return (
    <Decision title={title}>
      <p>{t('access:end-role-text')}</p>
      <HeldWork accountId={person.id} />
      <DomainForm form={form} onSubmit={send}>
        <DateField
          control={form.control}
          name="lastDay"
          label={t('access:last-day')}
          min={addDays(today, -1)}
        />
        <DecisionActs confirm={t('access:end-role')} busy={busy} onCancel={onClose} />
      </DomainForm>
    </Decision>
  );
}
