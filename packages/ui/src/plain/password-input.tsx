import { type InputHTMLAttributes, type Ref, useState } from 'react';
import { IconButton } from './button.tsx';

interface PasswordInputProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className' | 'size'> {
  /** What the eye does. Without the word for a password: two things of one name are hard to tell apart by ear. */
  readonly showLabel: string;
  readonly size?: 'small' | 'touch';
  readonly ref?: Ref<HTMLInputElement>;
}

/** A password, hidden as it is typed and shown on request: typed once, looked at once. */
export function PasswordInput({ showLabel, size = 'small', ...rest }: PasswordInputProps) {
  const [seen, setSeen] = useState(false);
  return (
    <span className="kc-password">
      <input
        {...rest}
        type={seen ? 'text' : 'password'}
        className={size === 'touch' ? 'kc-input kc-input--touch' : 'kc-input'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <IconButton
        icon="eye"
        label={showLabel}
        size={size}
        aria-pressed={seen}
        onClick={() => setSeen(!seen)}
      />
    </span>
  );
}
