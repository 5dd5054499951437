import { isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { whyNoDay } from '@kycuong/domain/calendar/typed-day.ts';
import { Field, fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useRef, useState } from 'react';
import { errorText, useMessages } from '../language.ts';
import { leftDate, shownDate, typedDate } from './typed-date.ts';

interface DateInputProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  /** `YYYY-MM-DD`, or what is typed so far. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * Day/month/year whatever the browser's own language, typed on the figure pad or picked from the device's calendar. What cannot be
 * read stays, and why is said once the field is left.
 */
export function DateInput({ id, label, help, error: refused, value, onChange }: DateInputProps) {
  const { t } = useMessages();
  const picker = useRef<HTMLInputElement>(null);
  const [isTyping, setTyping] = useState(false);
  const wrong = isTyping || value === '' ? undefined : whyNoDay(value);
  const error = wrong ? errorText(wrong.key, wrong.details) : refused;
  return (
    <Field id={id} label={label} help={help} error={error}>
      <span className="date-input">
        <input
          id={id}
          className="kc-input kc-input--touch"
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('field:date-shape')}
          value={shownDate(value)}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={fieldDescription(id, { help: help !== undefined, error: error !== undefined })}
          onChange={(event) => onChange(typedDate(event.target.value, value))}
          onFocus={() => setTyping(true)}
          onBlur={() => {
            setTyping(false);
            const left = leftDate(value);
            if (left !== value) onChange(left);
          }}
        />
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={isPlainDate(value) ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          aria-label={t('field:pick-date', { name: label })}
          onClick={() => picker.current?.showPicker()}
        >
          <Icon name="calendar" />
        </button>
      </span>
    </Field>
  );
}
