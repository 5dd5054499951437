import type { FieldValues } from 'react-hook-form';
import { FieldError } from '../plain/field.tsx';
import { type BoundFieldProps, useField } from './use-field.ts';

export function CheckboxField<Values extends FieldValues, Output>(props: BoundFieldProps<Values, Output>) {
  const { field, frame, bound } = useField({ ...props, asks: 'tick' });
  return (
    <div>
      <label className="kc-choice">
        <input
          {...bound}
          ref={field.ref}
          type="checkbox"
          checked={field.value === true}
          onChange={(event) => field.onChange(event.target.checked)}
        />
        <span>
          {frame.label}
          {frame.help && <small id={`${bound.id}-help`}>{frame.help}</small>}
        </span>
      </label>
      {frame.error && <FieldError id={bound.id}>{frame.error}</FieldError>}
    </div>
  );
}
