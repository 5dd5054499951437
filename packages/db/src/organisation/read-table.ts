import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { shortened } from '@kycuong/domain/input/shortened.ts';
import {
  type ImportRow,
  type ImportSource,
  largestFileMegabytes,
} from '@kycuong/domain/organisation/import-row.ts';
import { cleanCell } from './clean-cell.ts';
import { cleanFileName } from './clean-file-name.ts';
import { fillMerged } from './fill-merged.ts';
import { findColumns } from './find-columns.ts';
import { findHeading, refuseDoubtfulHeading, refuseWithoutHeading } from './find-heading.ts';
import type { Grid, HoldsHeading } from './grid.ts';
import { readCsv } from './read-csv.ts';
import { readRows } from './read-rows.ts';
import { refuseGarbled } from './refuse-garbled.ts';
import { refuseMore } from './refuse-more.ts';
import type { TableShape } from './table-shape.ts';
import { tellFormat } from './tell-format.ts';

export interface ReadOptions {
  /** Of a workbook; without it the first that is shown and holds the heading. */
  readonly sheet?: string | undefined;
  /** Headings of columns that are not to be read. */
  readonly ignore?: readonly string[] | undefined;
}

export interface ImportTable<Required extends string, Optional extends string> {
  readonly rows: ImportRow<Required, Optional>[];
  readonly source: ImportSource;
}

const megabyte = 1024 * 1024;

/**
 * The rows of a table in a file, read for what it is and not for what its name says: a workbook, or text with cells parted by
 * comma, semicolon, tab or bar. Its heading is looked for near the top, columns stand in any order. Empty rows are skipped, a row
 * short of cells is filled with "", one that cannot be read as it is meant carries a fault.
 * @throws DomainError `invalid` or `too-large`, key `file.…`, when the file is not such a table.
 */
export async function readTable<Required extends string, Optional extends string = never>(
  bytes: Buffer,
  givenName: string,
  shape: TableShape<Required, Optional>,
  { sheet, ignore = [] }: ReadOptions = {},
): Promise<ImportTable<Required, Optional>> {
  refuseSize(bytes.length);
  const fileName = cleanFileName(givenName);
  const layouts = [...(shape.others ?? []), shape];
  const grid = await readGrid(bytes, (head) => findHeading(head, layouts) !== undefined, sheet);
  const heading = findHeading(grid.rows, layouts) ?? refuseWithoutHeading(grid, shape, fileName);
  refuseDoubtfulHeading(grid, heading, fileName);
  const hasOldFont = refuseGarbled(grid);
  const { layout, known, row, at } = heading;
  const below = grid.rows.slice(at + 1);
  if (below.length === 0) throw new DomainError('invalid', 'file.no-rows', { line: row.line });
  const columns = findColumns(row, { rows: below, sheet: grid.sheet }, layout, known, ignore);
  const headings = new Map([...row.cells].map(([place, cell]) => [place, shortened(cleanCell(cell), 200)]));
  const shown = fillMerged(below, grid.merged, new Set(columns.places.values()));
  const { rows, totalRows } = readRows(shown, layout, { ...columns, headings, width: row.width, hasOldFont });
  const told = 'retell' in layout ? layout.retell(rows) : rows;
  refuseMore(told.length, 0);
  return {
    rows: told.filter((one) => isComplete(one, shape)),
    source: {
      fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sheet: grid.sheet,
      otherSheets: [...grid.otherSheets],
      hiddenRows: below.filter(({ hidden }) => hidden).map(({ line }) => line),
      titleRows: at,
      totalRows,
      ignoredColumns: [...columns.ignored.values()],
    },
  };
}

/** `readTable` of a file on disk, refused by its size before it is read; with its bytes, which an import keeps. */
export async function readTableFile<Required extends string, Optional extends string = never>(
  path: string,
  shape: TableShape<Required, Optional>,
  options: ReadOptions = {},
): Promise<ImportTable<Required, Optional> & { readonly bytes: Buffer }> {
  const file = await open(path).catch(() => {
    throw new DomainError('not-found', 'file.not-found', { path });
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new DomainError('invalid', 'file.not-found', { path });
    refuseSize(stat.size);
    const bytes = await file.readFile();
    return { ...(await readTable(bytes, basename(path), shape, options)), bytes };
  } finally {
    await file.close();
  }
}

function refuseSize(size: number): void {
  if (size > largestFileMegabytes * megabyte) {
    throw new DomainError('too-large', 'file.too-large', { megabytes: largestFileMegabytes });
  }
}

async function readGrid(bytes: Buffer, holdsHeading: HoldsHeading, sheet?: string): Promise<Grid> {
  const format = tellFormat(bytes);
  if (format === 'text') return readCsv(bytes, holdsHeading);
  if (format !== 'zip') throw new DomainError('invalid', format);
  // Loaded when first needed: what reads workbooks is large.
  const { readXlsx } = await import('./read-xlsx.ts');
  return readXlsx(bytes, holdsHeading, sheet);
}

function isComplete<Required extends string, Optional extends string>(
  row: ImportRow<string, string>,
  { required }: TableShape<Required, Optional>,
): row is ImportRow<Required, Optional> {
  if (required.every((column) => row.values[column] !== undefined)) return true;
  throw new Error('a column has no cell');
}
