import type { ReactNode } from 'react';
import {
  type Control,
  type FieldPath,
  type FieldValues,
  type PathValue,
  useController,
} from 'react-hook-form';
import { fieldDescription } from '../plain/field.tsx';
import { useFieldId } from './form-frame.ts';

export interface BoundFieldProps<Values extends FieldValues, Output = unknown> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  readonly help?: ReactNode;
  /** At the right of the label. */
  readonly aside?: ReactNode;
}

interface FieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  /** What the control itself sees to be wrong, before the form is judged. */
  readonly wrong?: (value: PathValue<Values, FieldPath<Values>>) => string | undefined;
}

/** Ties a control to a form: its value, what is wrong with it, and the ids that a screen reader needs. */
export function useField<Values extends FieldValues, Output>(props: FieldProps<Values, Output>) {
  const { control, name, label, help, aside, wrong } = props;
  const id = useFieldId(name, label);
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message ?? wrong?.(field.value);
  return {
    field,
    error,
    /** For `Field`. */
    frame: { id, label, help, aside, error },
    /** For the control itself. */
    bound: {
      id,
      name,
      onBlur: field.onBlur,
      'aria-invalid': error !== undefined,
      'aria-describedby': fieldDescription(id, { help: help !== undefined, error: error !== undefined }),
    },
  };
}
