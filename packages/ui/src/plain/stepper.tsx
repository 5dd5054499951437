import { Icon } from './icon.tsx';

interface StepperProps {
  /** Id of the element that names the figure. */
  readonly labelledBy: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly onChange: (value: number) => void;
  readonly lessLabel: string;
  readonly moreLabel: string;
}

/** A count with one hand: 56 px targets; the figure can also be typed. */
export function Stepper({
  labelledBy,
  value,
  min = 0,
  max = 99_999,
  onChange,
  lessLabel,
  moreLabel,
}: StepperProps) {
  const to = (next: number) => onChange(Math.min(max, Math.max(min, next)));
  return (
    <span className="kc-stepper">
      <button type="button" aria-label={lessLabel} disabled={value <= min} onClick={() => to(value - 1)}>
        <Icon name="minus" size={24} />
      </button>
      <input
        inputMode="numeric"
        aria-labelledby={labelledBy}
        value={value}
        onChange={(event) => {
          const typed = Number(event.target.value.replace(/\D/g, ''));
          if (Number.isSafeInteger(typed)) to(typed);
        }}
      />
      <button type="button" aria-label={moreLabel} disabled={value >= max} onClick={() => to(value + 1)}>
        <Icon name="plus" size={24} />
      </button>
    </span>
  );
}
