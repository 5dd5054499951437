import type { GridRow } from './grid.ts';
import { mergedRanges } from './merged-range.ts';

/**
 * The rows with what a cell that is merged over several of them says in each, as a person reads it; an end of a role that stands
 * once for five people is the end of five. Only in the columns that are read; ranges that overlap are no spreadsheet's.
 */
export function fillMerged(
  rows: readonly GridRow[],
  merged: readonly string[],
  places: ReadonlySet<number>,
): readonly GridRow[] {
  const ranges = mergedRanges(merged)
    .filter(({ left, top, bottom }) => bottom > top && places.has(left))
    .toSorted((one, other) => one.top - other.top);
  if (ranges.length === 0) return rows;
  const filled = [...rows];
  const at = new Map(rows.map(({ line }, index) => [line, index]));
  const until = new Map<number, number>();
  for (const { left, top, bottom } of ranges) {
    const first = at.get(top);
    const from = first === undefined ? undefined : filled[first];
    const text = from?.cells.get(left);
    if (first === undefined || text === undefined || top <= (until.get(left) ?? 0)) continue;
    until.set(left, bottom);
    for (let index = first + 1; ; index += 1) {
      const row = filled[index];
      if (row === undefined || row.line > bottom) break;
      if (row.cells.has(left)) continue;
      const cells = new Map([...row.cells, [left, text] as const].toSorted(([one], [other]) => one - other));
      const fault = from?.faults?.get(left);
      filled[index] = {
        ...row,
        cells,
        ...(from?.numeric?.has(left) && { numeric: new Set([...(row.numeric ?? []), left]) }),
        ...(fault !== undefined && { faults: new Map([...(row.faults ?? []), [left, fault]]) }),
      };
    }
  }
  return filled;
}
