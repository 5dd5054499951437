/** One line of the bench, as `--json` writes it. */
export interface Row {
  readonly name: string;
  /** Of `value` and `floor`. */
  readonly unit: 'ms' | 'MB' | 'kB';
  /** Null: could not be measured; `note` says why. */
  readonly value: number | null;
  readonly floor: number | null;
  /** Our time ÷ the floor's time: lower is better. */
  readonly ratio: number | null;
  /** Of `ratio` where there is a floor, else of `value`; null: told without a limit. */
  readonly limit: number | null;
  readonly rounds: number;
  readonly note?: string;
}

export function compared(
  name: string,
  limit: number | null,
  { ours, floor }: { ours: number; floor: number },
  rounds: number,
): Row {
  return { name, unit: 'ms', value: ours, floor, ratio: ours / floor, limit, rounds };
}

export function absolute(
  name: string,
  unit: Row['unit'],
  value: number,
  limit: number | null,
  rounds = 1,
): Row {
  return { name, unit, value, floor: null, ratio: null, limit, rounds };
}

export function notMeasured(name: string, unit: Row['unit'], limit: number | null, note: string): Row {
  return { name, unit, value: null, floor: null, ratio: null, limit, rounds: 0, note };
}

/** Of a row's own time: a province's PostgreSQL takes so many times what the embedded one takes. */
const debianLimit = 1.5;

/** Each row on the distribution's PostgreSQL, with its time on the embedded one in place of the floor. */
export function onDebian(embedded: readonly Row[], debian: readonly Row[]): Row[] {
  return debian.map(({ name, value, rounds, note = 'not measured on both' }) => {
    const floor = embedded.find((row) => row.name === name)?.value ?? null;
    const told = `${name}.debian`;
    return value === null || floor === null
      ? notMeasured(told, 'ms', debianLimit, note)
      : compared(told, debianLimit, { ours: value, floor }, rounds);
  });
}

/** Over its limit, or not measured although it has one. */
export function isMissed({ value, ratio, limit }: Row): boolean {
  if (limit === null) return false;
  return value === null || (ratio ?? value) > limit;
}

const shown = (value: number | null, digits: number) => (value === null ? '–' : value.toFixed(digits));

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.name,
    `${shown(row.value, 2)} ${row.unit}`,
    shown(row.floor, 2),
    shown(row.ratio, 2),
    shown(row.limit, row.floor === null ? 0 : 1),
    String(row.rounds),
    row.note ?? (row.limit === null ? '' : isMissed(row) ? 'missed' : 'ok'),
  ]);
  const all = [['name', 'value', 'floor', 'ratio', 'limit', 'rounds', ''], ...lines];
  const widths = [0, 1, 2, 3, 4, 5].map((column) =>
    Math.max(...all.map((line) => line[column]?.length ?? 0)),
  );
  return all
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
