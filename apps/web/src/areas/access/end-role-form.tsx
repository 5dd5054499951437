import { EndRole } from '@kycuong/domain/access/end-role.ts';
import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import { HeldWork } from './held-work.tsx';
import type { Done, HeldRole, OpenedAccount } from './opened-account.ts';

interface EndRoleFormProps {
  readonly person: OpenedAccount;
  readonly role: HeldRole;
  readonly onClose: () => void;
  readonly onDone: Done;
}

/** The last day of a role, beside what the person still has in hand; one that has not begun is taken back whole. */
export function EndRoleForm({ person, role: held, onClose, onDone }: EndRoleFormProps) {
  const { t } = useMessages();
  const today = dateInVietnam(new Date());
  const role = t(`access:role-${held.role}`);
  const form = useDomainForm(EndRole, { grantId: held.id, lastDay: today });
  const { send, busy } = useCommand(trpc.access.endRole.mutationOptions(), {
    form,
    onDone: ({ validUntil }) =>
      onDone(
        validUntil === null
          ? t('access:done-take-back', { role })
          : t('access:done-end-role', { role, date: formatDate(validUntil) }),
      ),
  });
  const begun = held.validFrom <= today;
  const title = begun ? 'access:end-role-title' : 'access:take-back-title';
  return (
    <Decision title={t(title, { role })}>
      <p>
        {begun ? t('access:end-role-text') : t('access:take-back-text', { date: formatDate(held.validFrom) })}
      </p>
      {begun && <HeldWork accountId={person.id} />}
      <KeptForm form={form} title={t(title, { role })} name={`end-role-${held.id}`} onSubmit={send}>
        {begun && (
          <DateField
            control={form.control}
            name="lastDay"
            label={t('access:last-day')}
            min={addDays(today, -1)}
          />
        )}
        <DecisionActs
          confirm={t(begun ? 'access:end-role' : 'access:role-takes-back')}
          busy={busy}
          onCancel={onClose}
        />
      </KeptForm>
    </Decision>
  );
}
