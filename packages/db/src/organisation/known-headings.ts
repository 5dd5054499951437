import { headingKey } from '@kycuong/domain/organisation/import-headings.ts';
import type { GridRow } from './grid.ts';
import type { Layout } from './table-shape.ts';

/** The machine names of columns, by the key of each heading that means them. */
export type KnownHeadings = ReadonlyMap<string, string>;

export function knownHeadings({ required, optional = [], headings = {} }: Layout): KnownHeadings {
  const known = new Map<string, string>();
  for (const column of [...required, ...optional, ...Object.keys(headings)])
    for (const name of [column, ...(headings[column] ?? [])]) known.set(headingKey(name), column);
  return known;
}

/** Longer than any heading with whatever stands around it. */
const longestHeading = 200;

/** The columns that a row names, by place. */
export function namedColumns({ cells }: GridRow, known: KnownHeadings): Map<number, string> {
  const named = new Map<number, string>();
  for (const [place, cell] of cells) {
    const column = cell.length > longestHeading || /^\d/.test(cell) ? undefined : known.get(headingKey(cell));
    if (column !== undefined) named.set(place, column);
  }
  return named;
}

/** Those of the layout that a row ought to name and does not. */
export function missingColumns(row: GridRow, layout: Layout, known: KnownHeadings): string[] {
  const named = new Set(namedColumns(row, known).values());
  return layout.required.filter((column) => !named.has(column));
}
