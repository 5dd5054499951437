import { DomainError, type InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { headingKey, isAside } from '@kycuong/domain/organisation/import-headings.ts';
import type { Grid } from './read-csv.ts';
import type { TableShape } from './table-shape.ts';

interface Columns {
  /** Where each column of the shape stands, by its machine name. */
  readonly places: ReadonlyMap<string, number>;
  /** Headings whose columns are not read, by their place. */
  readonly ignored: ReadonlyMap<number, string>;
}

type Shape = TableShape<string, string>;

/** The machine name of the column that a heading means. */
function columnNamed(heading: string, { headings = {}, required, optional = [] }: Shape): string | undefined {
  const key = headingKey(heading);
  const columns = new Set([...required, ...optional, ...Object.keys(headings)]);
  for (const column of columns)
    if ([column, ...(headings[column] ?? [])].some((name) => headingKey(name) === key)) return column;
  return undefined;
}

function refuseMissing(names: readonly string[], { required }: Shape, line: number): void {
  const missing = required.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new DomainError('invalid', 'file.columns-missing', { columns: missing.join(', '), line });
  const repeated = new Set(names.filter((name, place) => names.indexOf(name) !== place));
  if (repeated.size > 0)
    throw new DomainError('invalid', 'file.column-repeated', { columns: [...repeated].join(', '), line });
}

function refuseUnknown(unknown: readonly string[], line: number): void {
  if (unknown.length === 0) return;
  const issues = unknown.map((column): InputIssue => {
    return { field: 'ignore', key: 'file.column-unknown', details: { column } };
  });
  const details = { columns: unknown.join(', '), line, field: 'file' };
  throw new DomainError('invalid', 'file.columns-unknown', details, issues);
}

/**
 * What the columns under a heading are. One that is not known is refused, since a misspelt one would be taken for absent;
 * unless the caller ignores it, every office has it, or it holds nothing.
 * @throws DomainError `invalid`, key `file.…`
 */
export function findColumns(
  heading: Grid['rows'][number],
  below: Grid['rows'],
  shape: Shape,
  ignore: readonly string[],
): Columns {
  const places = new Map<string, number>();
  const names: string[] = [];
  const ignored = new Map<number, string>();
  const unknown: string[] = [];
  const chosen = new Set(ignore.map((name) => headingKey(name)));
  const read = new Set([...shape.required, ...(shape.optional ?? [])]);
  for (const [place, cell] of heading.cells) {
    const name = columnNamed(cell, shape);
    if (name !== undefined) names.push(name);
    if (name !== undefined && read.has(name)) places.set(name, place);
    else if (name === undefined) {
      const isLeftOut =
        isAside(cell) || chosen.has(headingKey(cell)) || below.every(({ cells }) => !cells.has(place));
      if (isLeftOut) ignored.set(place, cell.trim());
      else unknown.push(cell.trim());
    }
  }
  refuseMissing(names, shape, heading.line);
  refuseUnknown(unknown, heading.line);
  return { places, ignored };
}
