import { isAmbiguousDay, isMonthFirst, readDayText } from '@kycuong/domain/calendar/read-day-text.ts';
import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { headingKey } from '@kycuong/domain/organisation/import-headings.ts';
import { type ImportRow, longestCell } from '@kycuong/domain/organisation/import-row.ts';
import { isExample } from '@kycuong/domain/organisation/import-template.ts';
import { cleanCell } from './clean-cell.ts';
import type { GridRow } from './grid.ts';
import { isCalculated, plainCode } from './plain-code.ts';
import { isGarbled, mayHideLetter } from './refuse-garbled.ts';
import type { Layout } from './table-shape.ts';

type AnyRow = ImportRow<string, string>;

interface Found {
  readonly places: ReadonlyMap<string, number>;
  readonly ignored: ReadonlyMap<number, string>;
  readonly asides: ReadonlySet<number>;
  /** Of the heading, in text. */
  readonly width: number | undefined;
  readonly headings: ReadonlyMap<number, string>;
  /** Some cells are written in a font from before Unicode. */
  readonly hasOldFont: boolean;
}

const totals: ReadonlySet<string> = new Set(['tongcong', 'tongso', 'tong', 'cong', 'total']);

/** With spaces and a colon. */
const longestTotal = 20;

/** A line under the rows that counts them names nothing. */
function isTotal({ cells }: GridRow, asides: ReadonlySet<number>): boolean {
  for (const [place, cell] of cells)
    if (!asides.has(place))
      return cell.length < longestTotal && !/^\d/.test(cell) && totals.has(headingKey(cell));
  return false;
}

/** Something that a person sees, beside numbers of rows. */
function hasContent({ cells }: GridRow, asides: ReadonlySet<number>): boolean {
  for (const [place, cell] of cells) if (!asides.has(place) && cleanCell(cell) !== '') return true;
  return false;
}

type Fault = readonly [ErrorKey, column?: string];

function measureFault({ cells }: GridRow, found: Found): Fault | undefined {
  if (isExample(cells.values().next().value ?? '')) return ['file.example-row'];
  for (const [place, cell] of cells) {
    if (found.width !== undefined && place >= found.width) return ['file.cells-too-many', String(place + 1)];
    if (cell.length > longestCell && !found.ignored.has(place))
      return ['file.cell-too-long', found.headings.get(place) ?? String(place + 1)];
  }
  return undefined;
}

/** Columns in which a day is written with its month first: there every doubtful day is refused. */
function monthFirst(rows: readonly GridRow[], { places }: Found, { days = [] }: Layout): Set<string> {
  const found = days.filter((column) => {
    const place = places.get(column);
    return place !== undefined && rows.some(({ cells }) => isMonthFirst(cleanCell(cells.get(place) ?? '')));
  });
  return new Set(found);
}

/** The rows below a heading, each cell as a person sees it, and the lines of those that only count the others. */
export function readRows(
  below: readonly GridRow[],
  layout: Layout,
  found: Found,
): { rows: AnyRow[]; totalRows: number[] } {
  const codes = new Set(layout.codes);
  const days = new Set(layout.days);
  const turned = monthFirst(below, found, layout);
  const rows: AnyRow[] = [];
  const totalRows: number[] = [];

  const readCell = (column: string, raw: string): { text: string; fault?: ErrorKey } => {
    const text = cleanCell(raw);
    if (text === '') return { text };
    if (isGarbled(raw)) return { text, fault: 'file.cell-garbled' };
    if (codes.has(column)) {
      const code = plainCode(text).slice(0, longestCell);
      return isCalculated(code) ? { text: code, fault: 'file.code-calculated' } : { text: code };
    }
    if (!days.has(column))
      return found.hasOldFont && mayHideLetter(raw) ? { text, fault: 'file.cell-garbled' } : { text };
    const plain = plainCode(text);
    const day = turned.has(column) && isAmbiguousDay(plain) ? undefined : readDayText(plain);
    return day === undefined ? { text, fault: 'file.day-doubtful' } : { text: day };
  };

  for (const row of below) {
    if (isTotal(row, found.asides)) {
      totalRows.push(row.line);
      continue;
    }
    if (!hasContent(row, found.asides)) continue;
    let fault = measureFault(row, found);
    const blank = fault !== undefined;
    const values: Record<string, string> = {};
    const numeric: string[] = [];
    for (const [column, place] of found.places) {
      const raw = blank ? '' : (row.cells.get(place) ?? '');
      const { text, fault: own } = readCell(column, raw);
      values[column] = text;
      if (row.numeric?.has(place)) numeric.push(column);
      const isFaulty = row.faults?.get(place) ?? own;
      if (isFaulty !== undefined) fault ??= [isFaulty, found.headings.get(place) ?? column];
    }
    rows.push({
      line: row.line,
      values,
      ...(numeric.length > 0 && { numeric }),
      ...(fault !== undefined && { fault: fault[0] }),
      ...(fault?.[1] !== undefined && { faultColumn: fault[1] }),
    });
  }
  return { rows, totalRows };
}
