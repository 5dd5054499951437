import { ChangeAccount } from '@kycuong/domain/access/change-account.ts';
import type { Refusal } from '@kycuong/ui/form/apply-refusal.ts';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import * as z from 'zod/mini';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import { UnitField } from '../organisation/unit-field.tsx';
import type { Done, OpenedAccount } from './opened-account.ts';

const { accountId, fullName, email, unitId, seen } = ChangeAccount.shape;

/** `ChangeAccount` as a form fills it in: what may be left empty is null. */
const ChangedAccount = z.object({
  accountId,
  fullName,
  email: z._default(email, null),
  unitId: z._default(unitId, null),
  seen,
});

interface ChangeAccountFormProps {
  readonly person: OpenedAccount;
  readonly onClose: () => void;
  readonly onDone: Done;
}

const factsOf = ({ fullName, email, unitId }: OpenedAccount) => ({ fullName, email, unitId });

export function ChangeAccountForm({ person, onClose, onDone }: ChangeAccountFormProps) {
  const { t } = useMessages();
  const { id, unitName } = person;
  const form = useDomainForm(ChangedAccount, {
    accountId: id,
    fullName: person.fullName,
    email: person.email ?? '',
    unitId: person.unitId ?? '',
    seen: factsOf(person),
  });
  const { control } = form;
  /** What somebody else wrote stands beside the fields by then: with the next press it has been seen. */
  const onRefused = ({ key, issues }: Refusal) => {
    if (key !== 'access.account-changed') return;
    const told = issues.map(({ field, details }) => [field, details.present ?? null]);
    form.setValue('seen', z.parse(seen, { ...form.getValues('seen'), ...Object.fromEntries(told) }));
  };
  const ends = { form, onDone: () => onDone(t('access:done-change')), onRefused };
  const { send, busy } = useCommand(trpc.access.changeAccount.mutationOptions(), ends);
  return (
    <Decision title={t('access:change-facts')}>
      <KeptForm form={form} title={t('access:change-facts')} name="change" onSubmit={send}>
        <TextField control={control} name="fullName" label={t('access:full-name')} />
        <TextField
          control={control}
          name="email"
          type="email"
          label={t('access:email')}
          help={t('access:email-help')}
        />
        <UnitField
          control={control}
          name="unitId"
          label={t('access:workplace')}
          first={person.unitId && unitName ? { id: person.unitId, name: unitName } : undefined}
        />
        <DecisionActs confirm={t('access:save-facts')} busy={busy} onCancel={onClose} />
      </KeptForm>
    </Decision>
  );
}
