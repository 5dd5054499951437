import { storableLine, storableText } from '@kycuong/domain/input/storable-text.ts';
import { Field, fieldDescription } from '@kycuong/ui/plain/field.tsx';
import type { ReactNode } from 'react';
import { useMessages } from '../language.ts';
import { sayRoom } from './say-room.ts';

interface TouchFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly type?: 'text' | 'number';
  /** More than one line when given. */
  readonly rows?: number;
  /** In composed characters, as the schema counts them: more than that is said, and stands. */
  readonly limit?: number | undefined;
  readonly onChange: (value: string) => void;
}

/** A text or figure to type with a finger: label above, help under it, error below. */
export function TouchField({
  id,
  label,
  help,
  error,
  value,
  type = 'text',
  rows,
  limit,
  onChange,
}: TouchFieldProps) {
  const { t } = useMessages();
  const { room, over } = sayRoom(t, value, limit, rows === undefined ? storableLine : storableText);
  const wrong = over ?? error;
  const control = {
    id,
    className: 'kc-input kc-input--touch',
    value,
    autoCapitalize: type === 'text' ? 'sentences' : 'off',
    enterKeyHint: rows === undefined ? 'next' : 'enter',
    'aria-invalid': wrong === undefined ? undefined : true,
    'aria-describedby': fieldDescription(id, {
      help: help !== undefined,
      error: wrong !== undefined,
      room: room !== undefined,
    }),
  } as const;
  return (
    <Field id={id} label={label} help={help} error={wrong} room={room}>
      {rows === undefined ? (
        <input
          {...control}
          inputMode={type === 'number' ? 'numeric' : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <textarea {...control} rows={rows} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface TickProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

export function Tick({ checked, onChange, children }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}
