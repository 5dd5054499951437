import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, IconButton } from '@kycuong/ui/plain/button.tsx';
import { useFieldArray } from 'react-hook-form';
import type { RoundChoices, RoundForm } from './round-form.ts';
import './row-fields.css';

interface UnitRowsProps {
  readonly form: RoundForm;
  readonly units: RoundChoices['units'];
}

/** Where the team goes and when; the date starts as the one above it. */
export function UnitRows({ form, units }: UnitRowsProps) {
  const { t } = useMessages();
  const { control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'units' });
  const choices = units.map(({ id, name }) => ({ value: id, label: name }));
  const add = () => {
    const above = form.getValues('units').at(-1)?.plannedOn;
    append({ unitId: '', plannedOn: above || form.getValues('startsOn') });
  };
  return (
    <FormSection number={3} title={t('planning:section-units')} help={t('planning:units-help')}>
      {fields.map(({ id }, index) => (
        <div key={id} className="row-fields">
          <SelectField
            control={control}
            name={`units.${index}.unitId`}
            label={t('planning:unit-in-row', { row: index + 1 })}
            called={t('planning:unit-of-row', { row: index + 1 })}
            choices={choices}
          />
          <DateField
            control={control}
            name={`units.${index}.plannedOn`}
            label={t('planning:date-in-row', { row: index + 1 })}
            called={t('planning:date-of-row', { row: index + 1 })}
          />
          <IconButton
            icon="trash"
            label={t('planning:remove-unit', { row: index + 1 })}
            disabled={fields.length === 1}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <div>
        <Button kind="quiet" size="small" icon="plus" onClick={add}>
          {t('planning:add-unit')}
        </Button>
      </div>
    </FormSection>
  );
}
