import { teamRoles } from '@kycuong/domain/access/role.ts';
import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, IconButton } from '@kycuong/ui/plain/button.tsx';
import { FieldError } from '@kycuong/ui/plain/field.tsx';
import { useFieldArray } from 'react-hook-form';
import type { RoundChoices, RoundForm } from './round-form.ts';
import { teamRoleKeys } from './team-list.tsx';
import './row-fields.css';

interface MemberRowsProps {
  readonly form: RoundForm;
  readonly inspectors: RoundChoices['inspectors'];
}

/** The team: people with the inspector's role, each with a part in it. */
export function MemberRows({ form, inspectors }: MemberRowsProps) {
  const { t } = useMessages();
  const { control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'members' });
  const people = inspectors.map(({ accountId, fullName, unitName }) => ({
    value: accountId,
    label: unitName ? `${fullName}, ${unitName}` : fullName,
  }));
  const problem = form.formState.errors.members;
  const whole = problem?.message ?? problem?.root?.message;
  return (
    <FormSection number={4} title={t('planning:section-team')} help={t('planning:team-help')}>
      {fields.map(({ id }, index) => (
        <div key={id} className="row-fields">
          <SelectField
            control={control}
            name={`members.${index}.accountId`}
            label={t('planning:member-in-row', { row: index + 1 })}
            called={t('planning:member-of-row', { row: index + 1 })}
            choices={people}
          />
          <SelectField
            control={control}
            name={`members.${index}.role`}
            label={t('planning:role-in-row', { row: index + 1 })}
            called={t('planning:role-of-row', { row: index + 1 })}
            choices={teamRoles.map((value) => ({ value, label: t(teamRoleKeys[value]) }))}
          />
          <IconButton
            icon="trash"
            label={t('planning:remove-member', { row: index + 1 })}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      {whole && <FieldError id="members">{whole}</FieldError>}
      <div>
        <Button
          kind="quiet"
          size="small"
          icon="plus"
          onClick={() => append({ accountId: '', role: 'member' })}
        >
          {t('planning:add-member')}
        </Button>
      </div>
    </FormSection>
  );
}
