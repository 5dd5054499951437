import { BeginRole } from '@kycuong/domain/access/begin-role.ts';
import { NewGrant } from '@kycuong/domain/access/create-account.ts';
import { roles } from '@kycuong/domain/access/role.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useState } from 'react';
import * as z from 'zod/mini';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import { UnitField } from '../organisation/unit-field.tsx';
import { FormGrant } from './account-form.ts';
import type { Done, OpenedAccount } from './opened-account.ts';

/** `BeginRole` as a form fills it in. */
const BegunRole = z.object({ ...BeginRole.shape, grant: z.pipe(FormGrant, NewGrant) });

interface BeginRoleFormProps {
  readonly person: OpenedAccount;
  readonly onClose: () => void;
  readonly onDone: Done;
}

/** One more role: what, over which unit, from when, until when. */
export function BeginRoleForm({ person, onClose, onDone }: BeginRoleFormProps) {
  const { t } = useMessages();
  const [grantId] = useState(uuidV7);
  const { id: accountId, unitId, unitName } = person;
  const form = useDomainForm(BegunRole, {
    accountId,
    grantId,
    grant: {
      role: 'inspector',
      unitId: unitId ?? '',
      validFrom: dateInVietnam(new Date()),
      validUntil: '',
    },
  });
  const { control } = form;
  const { send, busy } = useCommand(trpc.access.beginRole.mutationOptions(), {
    form,
    onDone: () => onDone(t('access:done-begin-role')),
  });
  return (
    <Decision title={t('access:begin-role')}>
      <p>{t('access:begin-role-text')}</p>
      <KeptForm
        form={form}
        title={t('access:begin-role')}
        name="begin-role"
        ids={['grantId']}
        onSubmit={send}
      >
        <div className="kc-form-row">
          <SelectField
            control={control}
            name="grant.role"
            label={t('access:role')}
            choices={roles.map((role) => ({ value: role, label: t(`access:role-${role}`) }))}
          />
          <UnitField
            control={control}
            name="grant.unitId"
            label={t('access:over-unit')}
            first={unitId && unitName ? { id: unitId, name: unitName } : undefined}
          />
        </div>
        <div className="kc-form-row">
          <DateField control={control} name="grant.validFrom" label={t('access:valid-from')} />
          <DateField control={control} name="grant.validUntil" label={t('access:valid-until')} />
        </div>
        <DecisionActs confirm={t('access:begin-role')} busy={busy} onCancel={onClose} />
      </KeptForm>
    </Decision>
  );
}
