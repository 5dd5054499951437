import { isPlainDate, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useMessages } from '../i18n.ts';
import { Field } from '../plain/field.tsx';
import { Icon } from '../plain/icon.tsx';
import { typedDay } from './typed-day.ts';
import { type BoundFieldProps, useField } from './use-field.ts';

interface DateFieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  readonly min?: PlainDate;
  readonly max?: PlainDate;
}

/**
 * Typed as day/month/year or picked; the value is a plain date `YYYY-MM-DD`, or what was typed where that is no day: it stays
 * as typed, and is refused once the field is left.
 */
export function DateField<Values extends FieldValues, Output>(props: DateFieldProps<Values, Output>) {
  const { t } = useMessages();
  const [left, setLeft] = useState(false);
  const { field, frame, bound } = useField({
    ...props,
    wrong: (value) => (left && value && !isPlainDate(value) ? t('errors:input.not-a-date') : undefined),
  });
  const isDay = isPlainDate(field.value ?? '');
  return (
    <Field {...frame}>
      <DateInput
        {...bound}
        ref={field.ref}
        className="kc-date"
        error={bound['aria-invalid']}
        valueFormat="DD/MM/YYYY"
        placeholder={t('parts:date-shape')}
        dateParser={(text) => typedDay(text) ?? null}
        fixOnBlur={isDay}
        value={isDay ? field.value : null}
        // The picker speaks only of days; what is typed meanwhile is the form's to judge.
        onInput={({ currentTarget }) => field.onChange(typedDay(currentTarget.value) ?? currentTarget.value)}
        onChange={(value) => field.onChange(value ?? '')}
        onFocus={() => setLeft(false)}
        onBlur={() => {
          setLeft(true);
          field.onBlur();
        }}
        rightSection={<Icon name="calendar" />}
        rightSectionPointerEvents="none"
        ariaLabels={{ previousMonth: t('parts:previous-month'), nextMonth: t('parts:next-month') }}
        {...(props.min && { minDate: props.min })}
        {...(props.max && { maxDate: props.max })}
      />
    </Field>
  );
}
