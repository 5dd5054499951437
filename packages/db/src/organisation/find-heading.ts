import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { type Grid, type GridRow, mostHeadRows, placeName } from './grid.ts';
import { type KnownHeadings, knownHeadings, missingColumns, namedColumns } from './known-headings.ts';
import { refuseMergedHeading } from './refuse-merged-heading.ts';
import type { Layout } from './table-shape.ts';

/** Where the heading stands, and in which layout the rows below it are. */
interface Heading<Found extends Layout> {
  readonly layout: Found;
  readonly known: KnownHeadings;
  readonly row: GridRow;
  /** Its place among the rows. */
  readonly at: number;
}

/** The first row near the top that holds every required column of a layout; layouts are tried in their order. */
export function findHeading<Found extends Layout>(
  rows: readonly GridRow[],
  layouts: readonly Found[],
): Heading<Found> | undefined {
  const head = rows.slice(0, mostHeadRows);
  for (const layout of layouts) {
    const known = knownHeadings(layout);
    const at = head.findIndex((row) => missingColumns(row, layout, known).length === 0);
    const row = head[at];
    if (row !== undefined) return { layout, known, row, at };
  }
  return undefined;
}

const columnName = (column: string, { headings = {} }: Layout) => {
  const [standard] = headings[column] ?? [];
  return standard === undefined ? column : `${standard} (${column})`;
};

/** Says what is missing of the row that comes nearest to a heading. @throws DomainError `invalid` */
export function refuseWithoutHeading({ rows, sheet }: Grid, layout: Layout, fileName: string): never {
  const known = knownHeadings(layout);
  const head = rows.slice(0, mostHeadRows);
  const lacking = head.map((row) => ({ row, missing: missingColumns(row, layout, known) }));
  const [nearest] = lacking.toSorted((one, other) => one.missing.length - other.missing.length);
  if (nearest === undefined) throw new DomainError('invalid', 'file.empty');
  for (const [index, { row, missing }] of lacking.entries()) {
    const below = lacking[index + 1];
    if (below === undefined || missing.length === layout.required.length) continue;
    if (!missing.every((column) => !below.missing.includes(column))) continue;
    const [place = 0] = namedColumns(row, known).keys();
    throw new DomainError('invalid', 'file.two-heading-rows', {
      sheet: sheet ?? fileName,
      line: row.line,
      column: placeName(place, sheet),
    });
  }
  const columns = nearest.missing.map((column) => columnName(column, layout)).join(', ');
  throw new DomainError('invalid', 'file.columns-missing', {
    columns,
    line: nearest.row.line,
    sheet: sheet ?? fileName,
  });
}

/** A second table would be read as rows of the first. @throws DomainError `invalid` */
function refuseFurtherHeadings(grid: Grid, { layout, known, at }: Heading<Layout>, sheet: string): void {
  for (const [index, row] of grid.rows.entries()) {
    if (index <= at) continue;
    const [first] = row.cells;
    // Of most rows one look at the first cell is enough.
    if (
      first === undefined ||
      /^\d/.test(first[1]) ||
      namedColumns({ ...row, cells: new Map([first]) }, known).size === 0
    )
      continue;
    if (missingColumns(row, layout, known).length > 0) continue;
    const key = index === at + 1 ? 'file.two-heading-rows' : 'file.several-tables';
    const column = placeName(first[0], grid.sheet);
    throw new DomainError('invalid', key, { sheet, line: row.line, column });
  }
}

/** @throws DomainError `invalid` where it is not plain which row names the columns, or which column a name is of */
export function refuseDoubtfulHeading(grid: Grid, heading: Heading<Layout>, fileName: string): void {
  const sheet = grid.sheet ?? fileName;
  refuseMergedHeading(grid, heading, sheet);
  refuseFurtherHeadings(grid, heading, sheet);
}
