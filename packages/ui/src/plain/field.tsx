import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface FieldProps {
  /** Id of the control; the help and the error take `-help` and `-error` after it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  /** At the right of the label: a state, "tùy chọn". */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** Ids for `aria-describedby` of a control inside a `Field`. */
export function fieldDescription(id: string, parts: { help: boolean; error: boolean }): string | undefined {
  const ids = [parts.help && `${id}-help`, parts.error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label above, help under it, control, error below: the order in which it is read. */
export function Field({ id, label, help, error, aside, children }: FieldProps) {
  return (
    <div className="kc-field">
      <div className="kc-field-head">
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      {help && (
        <p className="kc-field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p className="kc-field-error" id={`${id}-error`}>
      <Icon name="failed" size={16} />
      <span>{children}</span>
    </p>
  );
}
