import { Field, fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { type Ref, useState } from 'react';
import { useMessages } from '../language.ts';

interface CodeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The keypad of digits, or the keyboard for a phrase. */
  readonly digits: boolean;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly focus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** An unlock code: hidden as it is typed, shown on request, never offered to the browser's list of passwords. */
export function CodeField(props: CodeFieldProps) {
  const { id, label, value, onChange, digits, help, error, disabled, focus, inputRef } = props;
  const { t } = useMessages();
  const [seen, setSeen] = useState(false);
  return (
    <Field id={id} label={label} help={help} error={error}>
      <span className="code-field">
        <input
          ref={inputRef}
          id={id}
          type={seen ? 'text' : 'password'}
          inputMode={digits ? 'numeric' : 'text'}
          className="kc-input kc-input--touch"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the one thing to do on this screen
          autoFocus={focus}
          value={value}
          disabled={disabled}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={fieldDescription(id, { help: help !== undefined, error: error !== undefined })}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="kc-icon-button kc-icon-button--touch"
          aria-label={t('field:lock.show')}
          aria-pressed={seen}
          onClick={() => setSeen(!seen)}
        >
          <Icon name="eye" size={24} />
        </button>
      </span>
    </Field>
  );
}
