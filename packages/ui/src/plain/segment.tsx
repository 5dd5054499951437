import { useId } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import type { Tone } from './tone.ts';

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
  /** `touch`: 84 px, icon over word, for the tablet. */
  readonly size?: 'normal' | 'touch';
  readonly disabled?: boolean;
}

/** One choice of a few, all of them visible. Real radio buttons below, so arrow keys and screen readers work. */
export function Segment<Value extends string>({
  label,
  options,
  value,
  onChange,
  size = 'normal',
  disabled = false,
}: SegmentProps<Value>) {
  const name = useId();
  return (
    <fieldset className={`kc-segment kc-segment--${size}`} disabled={disabled}>
      <legend className="kc-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={`kc-segment-option kc-tone-${option.tone ?? 'act'}`}>
          <input
            type="radio"
            className="kc-hidden"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon && <Icon name={option.icon} size={size === 'touch' ? 24 : 20} />}
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
