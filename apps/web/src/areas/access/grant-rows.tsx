import { roles } from '@kycuong/domain/access/role.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { FormRow } from '@kycuong/ui/form/form-row.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import type * as z from 'zod/mini';
import { UnitField } from '../organisation/unit-field.tsx';
import type { AccountForm } from './account-form.ts';
import './access.css';

interface GrantRowsProps {
  readonly form: UseFormReturn<z.input<typeof AccountForm>, unknown, z.output<typeof AccountForm>>;
}

/** What the person may do: each role over a unit and all below it, between two days. */
export function GrantRows({ form }: GrantRowsProps) {
  const { t } = useMessages();
  const { control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'grants' });
  return (
    <FormSection number={2} title={t('access:section-roles')} help={t('access:roles-help')}>
      {fields.map(({ id }, index) => (
        <FormRow key={id} name={t('access:role-in-row', { row: index + 1 })} className="grant-row">
          <div className="kc-form-row">
            <SelectField
              control={control}
              name={`grants.${index}.role`}
              label={t('access:role')}
              choices={roles.map((role) => ({ value: role, label: t(`access:role-${role}`) }))}
            />
            <UnitField control={control} name={`grants.${index}.unitId`} label={t('access:over-unit')} />
          </div>
          <div className="kc-form-row">
            <DateField control={control} name={`grants.${index}.validFrom`} label={t('access:valid-from')} />
            <DateField
              control={control}
              name={`grants.${index}.validUntil`}
              label={t('access:valid-until')}
            />
          </div>
          {fields.length > 1 && (
            <div>
              <Button kind="quiet" size="small" icon="trash" onClick={() => remove(index)}>
                {t('access:remove-role', { row: index + 1 })}
              </Button>
            </div>
          )}
        </FormRow>
      ))}
      <div>
        <Button
          kind="quiet"
          size="small"
          icon="plus"
          onClick={() =>
            append({
              role: 'inspector',
              unitId: '',
              validFrom: dateInVietnam(new Date()),
              validUntil: '',
            })
          }
        >
          {t('access:add-role')}
        </Button>
      </div>
    </FormSection>
  );
}
