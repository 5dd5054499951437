import type { FieldValues } from 'react-hook-form';
import { FieldError } from '../plain/field.tsx';
import type { Choice } from './choice.ts';
import { type BoundFieldProps, useField } from './use-field.ts';

interface ChoiceFieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  readonly choices: readonly Choice[];
}

/** One of a few, all visible, each with its own help. */
export function ChoiceField<Values extends FieldValues, Output>(props: ChoiceFieldProps<Values, Output>) {
  const { field, frame, bound } = useField({ ...props, asks: 'choose' });
  const { onBlur, id, name } = bound;
  return (
    <fieldset className="kc-choices" aria-describedby={bound['aria-describedby']}>
      <legend>{frame.label}</legend>
      {frame.help && (
        <p className="kc-field-help" id={`${id}-help`}>
          {frame.help}
        </p>
      )}
      {props.choices.map(({ value, label, help, disabled }, index) => (
        <label key={value} className="kc-choice">
          <input
            id={index === 0 ? id : undefined}
            type="radio"
            name={`${id}-${name}`}
            value={value}
            checked={field.value === value}
            disabled={disabled}
            aria-invalid={bound['aria-invalid']}
            onBlur={onBlur}
            onChange={() => field.onChange(value)}
          />
          <span>
            {label}
            {help && <small>{help}</small>}
          </span>
        </label>
      ))}
      {frame.error && <FieldError id={id}>{frame.error}</FieldError>}
    </fieldset>
  );
}
