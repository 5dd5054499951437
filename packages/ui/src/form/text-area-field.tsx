// Brings `--rows` to whoever takes this file in.

import { storableText } from '@kycuong/domain/input/storable-text.ts';
import type { FieldValues } from 'react-hook-form';
import { Field } from '../plain/field.tsx';
import type {} from './css-rows.d.ts';
import type { BoundFieldProps } from './use-field.ts';
import { useTextField } from './use-text-field.ts';

interface TextAreaFieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  /** Lines shown when empty; it grows with what is typed. */
  readonly rows?: number;
}

export function TextAreaField<Values extends FieldValues, Output>(props: TextAreaFieldProps<Values, Output>) {
  const { field, frame, bound } = useTextField(props, storableText);
  const { rows = 3 } = props;
  return (
    <Field {...frame}>
      <textarea
        {...bound}
        ref={field.ref}
        className="kc-input kc-input--area"
        rows={rows}
        style={{ '--rows': rows }}
        value={field.value ?? ''}
        onChange={field.onChange}
      />
    </Field>
  );
}
