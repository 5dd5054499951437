import { useId, useState } from 'react';
import { FieldError } from './field.tsx';
import { Icon } from './icon.tsx';
import { readCount } from './read-count.ts';

interface StepperProps {
  /** Id of the element that names the figure. */
  readonly labelledBy: string;
  /** Null: nothing was counted, which is not the same as none. */
  readonly value: number | null;
  readonly min?: number;
  /** Beyond it no touch goes; what is typed stays as it is typed. */
  readonly max?: number;
  readonly onChange: (value: number | null) => void;
  readonly lessLabel: string;
  readonly moreLabel: string;
  /** Said of what was typed and is no count: it stays to be read, and no count is made of parts of it. */
  readonly unreadLabel: string;
}

const quick = [0, 1, 2, 3];

/** A count with one hand: small figures are one touch, none at all among them; any other can be typed, and cleared again. */
export function Stepper({
  labelledBy,
  value,
  min = 0,
  max = 99_999,
  onChange,
  lessLabel,
  moreLabel,
  unreadLabel,
}: StepperProps) {
  const id = useId();
  const [unread, setUnread] = useState<string | null>(null);
  const take = (next: number | null) => {
    setUnread(null);
    onChange(next);
  };
  const to = (next: number) => take(Math.min(max, Math.max(min, next)));
  return (
    <div className="kc-stepper-field">
      <span className="kc-stepper">
        {quick
          .filter((figure) => figure >= min && figure <= max)
          .map((figure) => (
            <button
              key={figure}
              type="button"
              aria-pressed={unread === null && value === figure}
              className="kc-stepper-quick"
              onClick={() => take(figure)}
            >
              {figure}
            </button>
          ))}
        <button
          type="button"
          aria-label={lessLabel}
          disabled={value === null || value <= min}
          onClick={() => to((value ?? min) - 1)}
        >
          <Icon name="minus" size={24} />
        </button>
        <input
          inputMode="numeric"
          autoComplete="off"
          aria-labelledby={labelledBy}
          aria-invalid={unread === null ? undefined : true}
          aria-describedby={unread === null ? undefined : `${id}-error`}
          value={unread ?? value ?? ''}
          onChange={({ target }) => {
            const count = readCount(target.value);
            if (count === undefined) setUnread(target.value);
            else take(count);
          }}
        />
        <button
          type="button"
          aria-label={moreLabel}
          disabled={value !== null && value >= max}
          onClick={() => to((value ?? min) + 1)}
        >
          <Icon name="plus" size={24} />
        </button>
      </span>
      {unread !== null && <FieldError id={id}>{unreadLabel}</FieldError>}
    </div>
  );
}
