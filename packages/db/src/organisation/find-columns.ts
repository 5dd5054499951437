import { DomainError, type InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { shortened } from '@kycuong/domain/input/shortened.ts';
import { headingKey, isAside } from '@kycuong/domain/organisation/import-headings.ts';
import { cleanCell } from './clean-cell.ts';
import { type Grid, type GridRow, placeName } from './grid.ts';
import { type KnownHeadings, namedColumns } from './known-headings.ts';
import type { Layout } from './table-shape.ts';

interface Columns {
  /** Where each column of the layout stands. */
  readonly places: ReadonlyMap<string, number>;
  /** Names of columns that are passed over and told of, by their place. */
  readonly ignored: ReadonlyMap<number, string>;
  /** Places of columns that nobody means as content, such as numbers of rows. */
  readonly asides: ReadonlySet<number>;
}

function refuseRepeated(names: readonly string[], line: number): void {
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  if (repeated.size > 0)
    throw new DomainError('invalid', 'file.column-repeated', { columns: [...repeated].join(', '), line });
}

/** Named at once: a heading may have sixteen thousand. */
const mostNamed = 100;
/** Of a name that is shown and chosen by. */
const longestName = 200;

function refuseUnknown(unknown: readonly string[], line: number): void {
  if (unknown.length === 0) return;
  const named = unknown.slice(0, mostNamed);
  const issues = named.map((column): InputIssue => {
    return { field: 'ignore', key: 'file.column-unknown', details: { column } };
  });
  const columns = named.length < unknown.length ? [...named, '…'] : named;
  const details = { columns: columns.join(', '), line, field: 'file' };
  throw new DomainError('invalid', 'file.columns-unknown', details, issues);
}

/** Places that hold something. */
function filledPlaces(rows: readonly GridRow[]): Set<number> {
  const filled = new Set<number>();
  for (const { cells } of rows) for (const place of cells.keys()) filled.add(place);
  return filled;
}

/** Columns without a name that hold something, among the named ones. Beside those a person wrote a note to the table. */
function nameless({ cells }: GridRow, filled: ReadonlySet<number>): number[] {
  const last = [...cells.keys()].at(-1) ?? 0;
  return [...filled]
    .filter((place) => place < last && !cells.has(place))
    .toSorted((one, other) => one - other);
}

/**
 * What the columns under a heading are. One that is not known is refused, since a misspelt one would be taken for absent;
 * unless the caller ignores it, every office has it, or it holds nothing.
 * @throws DomainError `invalid`, key `file.…`
 */
export function findColumns(
  heading: GridRow,
  { rows: below, sheet }: Pick<Grid, 'rows' | 'sheet'>,
  layout: Layout,
  known: KnownHeadings,
  ignore: readonly string[],
): Columns {
  const named = namedColumns(heading, known);
  refuseRepeated([...named.values()], heading.line);
  const read = new Set([...layout.required, ...(layout.optional ?? [])]);
  const places = new Map<string, number>();
  for (const [place, column] of named) if (read.has(column)) places.set(column, place);
  const ignored = new Map<number, string>();
  const asides = new Set<number>();
  const unknown: string[] = [];
  const filled = filledPlaces(below);
  const chosen = new Set(ignore.map((name) => headingKey(name)));
  const judge = (place: number, whole: string, isKnownAside: boolean) => {
    const name = shortened(whole, longestName);
    if (isKnownAside) asides.add(place);
    if (isKnownAside || chosen.has(headingKey(name)) || !filled.has(place)) ignored.set(place, name);
    else unknown.push(name);
  };
  for (const [place, cell] of heading.cells)
    if (!named.has(place)) judge(place, cleanCell(cell), isAside(cell));
  for (const place of nameless(heading, filled)) judge(place, placeName(place, sheet), false);
  refuseUnknown(unknown, heading.line);
  return { places, ignored, asides };
}
