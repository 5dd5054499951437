import { type ReactNode, useContext } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { useMessages } from '../i18n.ts';
import { fieldDescription } from '../plain/field.tsx';
import { type Asked, FormFrameContext, isNew, type JudgeField, useNamedField } from './form-frame.ts';
import { saidOf } from './said-of.ts';

export interface BoundFieldProps<Values extends FieldValues, Output = unknown> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  /** Inside a sentence, where that is not the label made small: `người ở dòng 1`. */
  readonly called?: string;
  readonly help?: ReactNode;
  /** At the right of the label. */
  readonly aside?: ReactNode;
}

interface FieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  /** Whether an empty one is to be typed or chosen. */
  readonly asks?: Asked;
  /** What the field itself sees to be wrong, which no schema knows: that a day is later than today. */
  readonly judge?: JudgeField;
  /** Being typed in: not judged yet. */
  readonly quiet?: boolean;
}

/** Ties a control to a form: its value, what is wrong with it, and the ids that a screen reader needs. */
export function useField<Values extends FieldValues, Output>(props: FieldProps<Values, Output>) {
  const { control, name, label, called, help, aside, asks = 'enter', judge, quiet = false } = props;
  const { t } = useMessages();
  const id = useNamedField(name, { label, called, asks, judge });
  const { field, fieldState } = useController({ control, name });
  const own = quiet ? undefined : judge?.(field.value);
  const frame = useContext(FormFrameContext);
  const left = fieldState.error?.type !== 'input.required' || fieldState.isTouched || !isNew(frame, name);
  const error =
    fieldState.error && left
      ? saidOf(fieldState.error, { label, called, asks }, t)
      : own && t(`errors:${own.key}`, own.details);
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
