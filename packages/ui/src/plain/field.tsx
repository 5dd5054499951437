import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface FieldProps {
  /** Id of the control; the help and the error take `-help` and `-error` after it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  /** How much of what a text may be is used, where little is left. */
  readonly room?: string | undefined;
  /** At the right of the label: a state, "tùy chọn". */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** Ids for `aria-describedby` of a control inside a `Field`. */
export function fieldDescription(
  id: string,
  parts: { help: boolean; error: boolean; room?: boolean },
): string | undefined {
  const ids = [parts.help && `${id}-help`, parts.room && `${id}-room`, parts.error && `${id}-error`].filter(
    Boolean,
  );
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label above, help under it, control, error below: the order in which it is read. */
export function Field({ id, label, help, error, room, aside, children }: FieldProps) {
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
      {room && <FieldRoom id={id}>{room}</FieldRoom>}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}

export function FieldRoom({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p className="kc-field-room kc-figures" id={`${id}-room`}>
      {children}
    </p>
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
