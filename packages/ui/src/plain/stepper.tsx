import { Icon } from './icon.tsx';

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
}

const quick = [0, 1, 2, 3];
/** Longer than any count that a form takes. */
const longest = 6;

/** A count with one hand: small figures are one touch, none at all among them; any other can be typed, and cleared again. */
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
      {quick
        .filter((figure) => figure >= min && figure <= max)
        .map((figure) => (
          <button
            key={figure}
            type="button"
            aria-pressed={value === figure}
            className="kc-stepper-quick"
            onClick={() => onChange(figure)}
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
        value={value ?? ''}
        onChange={({ target }) => {
          const figures = target.value.normalize('NFKC').replace(/\D/g, '');
          if (figures.length <= longest) onChange(figures === '' ? null : Number(figures));
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
  );
}
