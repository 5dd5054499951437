import { deadlineEvents, deadlineUnits } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { NumberField } from '@kycuong/ui/form/number-field.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { ReportForm } from './report-form.ts';

interface DeadlineFieldsProps {
  readonly form: ReportForm;
  readonly index: number;
}

/** By when the unit reports: a day, or so many working days, days or months after an event. */
export function DeadlineFields({ form, index }: DeadlineFieldsProps) {
  const { t } = useMessages();
  const { control } = form;
  const name = `requirements.${index}.due` as const;
  const { unit, event } = form.watch(name);
  return (
    <div className="requirement-deadline">
      {unit === 'date' ? (
        <DateField control={control} name={`${name}.on`} label={t('conclusion:requirement-on')} />
      ) : (
        <NumberField
          control={control}
          name={`${name}.amount`}
          label={t('conclusion:requirement-days')}
          unit={t(`conclusion:unit-${unit}`)}
        />
      )}
      <SelectField
        control={control}
        name={`${name}.unit`}
        label={t('conclusion:requirement-unit')}
        choices={deadlineUnits.map((value) => ({ value, label: t(`conclusion:unit-${value}`) }))}
      />
      {unit !== 'date' && (
        <SelectField
          control={control}
          name={`${name}.event`}
          label={t('conclusion:requirement-from')}
          choices={deadlineEvents.map((value) => ({ value, label: t(`conclusion:event-${value}`) }))}
        />
      )}
      {unit !== 'date' && event === 'minutes' && (
        <DateField control={control} name={`${name}.minutesOn`} label={t('conclusion:minutes-on')} />
      )}
    </div>
  );
}
