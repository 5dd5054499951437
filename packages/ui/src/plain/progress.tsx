interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

/** A thin bar; the figure itself stands beside it in words. */
export function Progress({ label, value, max }: ProgressProps) {
  return (
    <progress
      className="kc-progress"
      aria-label={label}
      value={Math.min(value, max)}
      max={Math.max(max, 1)}
    />
  );
}
