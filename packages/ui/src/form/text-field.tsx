import { storableLine } from '@kycuong/domain/input/storable-text.ts';
import type { HTMLInputTypeAttribute } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Field } from '../plain/field.tsx';
import type { BoundFieldProps } from './use-field.ts';
import { useTextField } from './use-text-field.ts';

interface TextFieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

export function TextField<Values extends FieldValues, Output>(props: TextFieldProps<Values, Output>) {
  const { field, frame, bound } = useTextField(props, storableLine);
  const { type = 'text', autoComplete = 'off', placeholder, autoFocus = false } = props;
  return (
    <Field {...frame}>
      <input
        {...bound}
        ref={field.ref}
        className="kc-input"
        type={type}
        autoComplete={autoComplete}
        placeholder={placeholder}
        // biome-ignore lint/a11y/noAutofocus: only where the field is the page's whole purpose, as in signing in
        autoFocus={autoFocus}
        value={field.value ?? ''}
        onChange={field.onChange}
      />
    </Field>
  );
}
