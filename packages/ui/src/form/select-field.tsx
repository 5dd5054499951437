import { type ComboboxItem, MultiSelect, type OptionsFilter, Select } from '@mantine/core';
import type { FieldValues } from 'react-hook-form';
import { useMessages } from '../i18n.ts';
import { Field } from '../plain/field.tsx';
import { Icon } from '../plain/icon.tsx';
import { type Choice, foldForSearch } from './choice.ts';
import { type BoundFieldProps, useField } from './use-field.ts';

interface SelectFieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  readonly choices: readonly Choice[];
  readonly placeholder?: string;
}

const searchFrom = 8;

const filter: OptionsFilter = ({ options, search, limit }) => {
  const wanted = foldForSearch(search.trim());
  return options
    .filter((option): option is ComboboxItem => 'value' in option)
    .filter(({ label }) => foldForSearch(label).includes(wanted))
    .slice(0, limit);
};

function useShared(choices: readonly Choice[], placeholder: string | undefined) {
  const { t } = useMessages();
  return {
    data: choices.map(({ value, label, disabled = false }) => ({ value, label, disabled })),
    placeholder: placeholder ?? t('parts:choose'),
    searchable: choices.length > searchFrom,
    // Enter takes what was typed for, and does not send the form past it.
    selectFirstOptionOnChange: true,
    filter,
    limit: 200,
    nothingFoundMessage: t('parts:nothing-found'),
    rightSection: <Icon name="chevron-down" size={16} />,
    rightSectionPointerEvents: 'none',
    maxDropdownHeight: 320,
  } as const;
}

/** One of several; typing searches without marks when the list is long. */
export function SelectField<Values extends FieldValues, Output>(props: SelectFieldProps<Values, Output>) {
  const { field, frame, bound } = useField({ ...props, asks: 'choose' });
  const shared = useShared(props.choices, props.placeholder);
  return (
    <Field {...frame}>
      <Select
        {...shared}
        {...bound}
        ref={field.ref}
        error={bound['aria-invalid']}
        value={field.value ?? null}
        onChange={(value) => field.onChange(value ?? '')}
        allowDeselect={false}
        checkIconPosition="right"
      />
    </Field>
  );
}

/** Any number of several, as pills in the field. */
export function MultiSelectField<Values extends FieldValues, Output>(
  props: SelectFieldProps<Values, Output>,
) {
  const { field, frame, bound } = useField({ ...props, asks: 'choose' });
  const shared = useShared(props.choices, props.placeholder);
  return (
    <Field {...frame}>
      <MultiSelect
        {...shared}
        {...bound}
        ref={field.ref}
        error={bound['aria-invalid']}
        value={field.value ?? []}
        onChange={field.onChange}
        hidePickedOptions
      />
    </Field>
  );
}
