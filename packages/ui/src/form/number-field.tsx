import type { FieldValues } from 'react-hook-form';
import { Field } from '../plain/field.tsx';
import { type BoundFieldProps, useField } from './use-field.ts';

interface NumberFieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  /** Shown after the figure: "ngày làm việc". */
  readonly unit?: string;
}

/** A whole number, typed; no wheel, no arrows that change it by accident. */
export function NumberField<Values extends FieldValues, Output>(props: NumberFieldProps<Values, Output>) {
  const { field, frame, bound } = useField(props);
  return (
    <Field {...frame}>
      <span className="kc-number">
        <input
          {...bound}
          ref={field.ref}
          className="kc-input kc-figures"
          inputMode="numeric"
          autoComplete="off"
          value={field.value ?? ''}
          onChange={(event) => {
            const typed = event.target.value.trim();
            field.onChange(/^\d{1,15}$/.test(typed) ? Number(typed) : typed);
          }}
        />
        {props.unit && <span>{props.unit}</span>}
      </span>
    </Field>
  );
}
