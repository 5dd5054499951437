import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { DateInput } from '@mantine/dates';
import type { FieldValues } from 'react-hook-form';
import { useMessages } from '../i18n.ts';
import { Field } from '../plain/field.tsx';
import { Icon } from '../plain/icon.tsx';
import { type BoundFieldProps, useField } from './use-field.ts';

interface DateFieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  readonly min?: PlainDate;
  readonly max?: PlainDate;
}

/** Typed as dd/mm/yyyy or picked; the value is a plain date `YYYY-MM-DD`. */
export function DateField<Values extends FieldValues, Output>(props: DateFieldProps<Values, Output>) {
  const { t } = useMessages();
  const { field, frame, bound } = useField(props);
  return (
    <Field {...frame}>
      <DateInput
        {...bound}
        ref={field.ref}
        className="kc-date"
        error={bound['aria-invalid']}
        valueFormat="DD/MM/YYYY"
        placeholder="dd/mm/yyyy"
        value={field.value || null}
        onChange={(value) => field.onChange(value ?? '')}
        rightSection={<Icon name="calendar" />}
        rightSectionPointerEvents="none"
        ariaLabels={{ previousMonth: t('parts:previous-month'), nextMonth: t('parts:next-month') }}
        {...(props.min && { minDate: props.min })}
        {...(props.max && { maxDate: props.max })}
      />
    </Field>
  );
}
