import { useId } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import type { Tone } from './tone.ts';
import { useReleased } from './use-released.ts';

export interface SegmentOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
  readonly tone?: Tone;
}

interface SegmentProps<Value extends string> {
  readonly label: string;
  readonly options: readonly SegmentOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** What is chosen was touched once more. */
  readonly onAgain?: ((value: Value) => void) | undefined;
  /** `touch`: 84 px, icon over word, for the tablet. */
  readonly size?: 'normal' | 'touch';
  readonly disabled?: boolean;
  /** It never scrolls: then a touch counts as the finger leaves, and need not wait for the click. */
  readonly still?: boolean;
}

interface ChoiceProps<Value extends string>
  extends Pick<SegmentProps<Value>, 'size' | 'onChange' | 'onAgain' | 'disabled' | 'still'> {
  readonly option: SegmentOption<Value>;
  readonly name: string;
  readonly chosen: boolean;
}

function Choice<Value extends string>({
  option,
  name,
  chosen,
  size,
  disabled,
  still,
  onChange,
  onAgain,
}: ChoiceProps<Value>) {
  const { value, label, icon, tone = 'act' } = option;
  const released = useReleased(() => {
    if (disabled) return;
    if (chosen) onAgain?.(value);
    else onChange(value);
  });
  return (
    <label ref={still ? released : null} className={`kc-segment-option kc-tone-${tone}`}>
      <input
        type="radio"
        className="kc-hidden"
        name={name}
        value={value}
        checked={chosen}
        onChange={() => onChange(value)}
        onClick={() => chosen && onAgain?.(value)}
      />
      {icon && <Icon name={icon} size={size === 'touch' ? 24 : 20} />}
      <span>{label}</span>
    </label>
  );
}

/** One choice of a few, all of them visible. Real radio buttons below, so arrow keys and screen readers work. */
export function Segment<Value extends string>({
  label,
  options,
  value,
  onChange,
  onAgain,
  size = 'normal',
  disabled = false,
  still = false,
}: SegmentProps<Value>) {
  const name = useId();
  return (
    <fieldset className={`kc-segment kc-segment--${size}`} disabled={disabled}>
      <legend className="kc-hidden">{label}</legend>
      {options.map((option) => (
        <Choice
          key={option.value}
          {...{ option, name, size, disabled, still, onChange, onAgain }}
          chosen={option.value === value}
        />
      ))}
    </fieldset>
  );
}
