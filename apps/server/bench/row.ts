import { median } from './measure.ts';

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
  /** Where `value` is the worst of all times, which is held to the limit: the middle one, which stands against another PostgreSQL. */
  readonly usual?: number;
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

/** The longest that somebody waited, each time that it was tried. */
export function longest(name: string, waits: readonly number[], limit: number): Row {
  return { ...absolute(name, 'ms', Math.max(...waits), limit, waits.length), usual: median(waits) };
}

export function notMeasured(name: string, unit: Row['unit'], limit: number | null, note: string): Row {
  return { name, unit, value: null, floor: null, ratio: null, limit, rounds: 0, note };
}

const ownTime = ({ usual, value }: Row) => usual ?? value;

/** Of a row's own time: a province's PostgreSQL takes so many times what the embedded one takes. */
const debianLimit = 1.5;

/** Each row on the distribution's PostgreSQL, with its time on the embedded one in place of the floor. */
export function onDebian(embedded: readonly Row[], debian: readonly Row[]): Row[] {
  return debian.map((row) => {
    const { name, rounds, note = 'not measured on both' } = row;
    const same = embedded.find((other) => other.name === name);
    const [ours, floor] = [ownTime(row), same === undefined ? null : ownTime(same)];
    const told = `${name}.debian`;
    return ours === null || floor === null
      ? notMeasured(told, 'ms', debianLimit, note)
      : compared(told, debianLimit, { ours, floor }, rounds);
  });
}

/** What the same row gave in each turn; not measured once is not measured. */
function together(name: string, turns: readonly Row[]): Row {
  const [one = notMeasured(name, 'ms', 0, 'no turn')] = turns;
  const values = turns.flatMap(({ value }) => value ?? []);
  if (values.length < turns.length || values.length === 0)
    return turns.find(({ value }) => value === null) ?? one;
  const floors = turns.flatMap(({ floor }) => floor ?? []);
  const usuals = turns.flatMap(({ usual }) => usual ?? []);
  const value = usuals.length > 0 ? Math.max(...values) : median(values);
  const floor = floors.length > 0 ? median(floors) : null;
  const notes = new Set(turns.flatMap(({ note }) => note ?? []));
  return {
    ...one,
    value,
    floor,
    ratio: floor === null ? null : value / floor,
    rounds: turns.reduce((sum, { rounds }) => sum + rounds, 0),
    ...(usuals.length > 0 && { usual: median(usuals) }),
    ...(notes.size > 0 && { note: [...notes].join('; ') }),
  };
}

/** The rows of several turns of one measure, each once. */
export function overTurns(turns: readonly (readonly Row[])[]): Row[] {
  const byName = Map.groupBy(turns.flat(), ({ name }) => name);
  return [...byName].map(([name, rows]) => together(name, rows));
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
    [row.limit === null ? '' : isMissed(row) ? 'missed' : 'ok', row.note ?? ''].filter(Boolean).join(': '),
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
