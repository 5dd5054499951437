import type { FieldValues } from 'react-hook-form';
import { useMessages } from '../i18n.ts';
import { Field } from '../plain/field.tsx';
import { Icon } from '../plain/icon.tsx';
import { PasswordInput } from '../plain/password-input.tsx';
import { type BoundFieldProps, useField } from './use-field.ts';

/** Of a new password, while it is typed. */
export interface Judgement {
  readonly isGood: boolean;
  readonly text: string;
}

interface PasswordFieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  readonly autoComplete: 'current-password' | 'new-password';
  readonly autoFocus?: boolean;
  /** Said of what has been typed so far. */
  readonly judgement?: Judgement | undefined;
}

export function PasswordField<Values extends FieldValues, Output>(props: PasswordFieldProps<Values, Output>) {
  const { t } = useMessages();
  const { field, frame, bound } = useField(props);
  const { autoComplete, autoFocus = false, judgement } = props;
  return (
    <Field {...frame}>
      <PasswordInput
        {...bound}
        ref={field.ref}
        showLabel={t('parts:show-typed')}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        value={field.value ?? ''}
        onChange={field.onChange}
      />
      <div role="status">
        {frame.error === undefined && judgement && (
          <p className={`kc-judgement kc-tone-${judgement.isGood ? 'done' : 'late'}`}>
            <Icon name={judgement.isGood ? 'done' : 'warning'} />
            <span>{judgement.text}</span>
          </p>
        )}
      </div>
    </Field>
  );
}
