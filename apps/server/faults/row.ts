/** One line of the fault run: one kind of fault, so often. */
export interface Row {
  readonly name: string;
  /** How often it was made to happen. */
  readonly times: number;
  /** Writes that the server said it had taken; null where none are sent. */
  readonly acknowledged: number | null;
  /** Of those, the ones that were not there afterwards. */
  readonly lost: number | null;
  /** The longest time until it served again, ms. */
  readonly backAfterMs: number | null;
  /** The longest time that an end took which was asked for, ms. */
  readonly endedAfterMs: number | null;
  /** What should not have happened; empty: all is well. */
  readonly faults: readonly string[];
  readonly note?: string;
}

/** A row that could not be made to happen is no success: why stands among its faults. */
export function notDone(name: string, reason: string): Row {
  return {
    ...{ name, times: 0, acknowledged: null, lost: null, backAfterMs: null, endedAfterMs: null },
    faults: [reason],
  };
}

export function isFailed({ lost, faults }: Row): boolean {
  return faults.length > 0 || (lost ?? 0) > 0;
}

const shown = (value: number | null) => (value === null ? '–' : value.toLocaleString('en'));
const seconds = (ms: number | null) => (ms === null ? '–' : `${(ms / 1000).toFixed(2)} s`);

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.name,
    shown(row.times),
    shown(row.acknowledged),
    shown(row.lost),
    seconds(row.backAfterMs),
    seconds(row.endedAfterMs),
    [isFailed(row) ? 'FAILED' : 'ok', ...row.faults, row.note ?? ''].filter((part) => part !== '').join('; '),
  ]);
  const all = [['kind', 'times', 'acknowledged', 'lost', 'longest back', 'longest end', ''], ...lines];
  const widthOf = (column: number) => Math.max(...all.map((line) => line[column]?.length ?? 0));
  const widths = all[0]?.map((_, column) => widthOf(column)) ?? [];
  const last = widths.length - 1;
  const padded = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : column === last ? cell : cell.padStart(widths[column] ?? 0);
  return all.map((line) => line.map(padded).join('  ').trimEnd()).join('\n');
}
