import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import {
  type ImportRow,
  type ImportSource,
  largestFileMegabytes,
  longestCell,
} from '@kycuong/domain/organisation/import-row.ts';
import { isExample } from '@kycuong/domain/organisation/import-template.ts';
import { findColumns } from './find-columns.ts';
import { type Grid, readCsv } from './read-csv.ts';
import type { TableShape } from './table-shape.ts';

export interface ReadOptions {
  /** Of a workbook; without it the first that is shown. */
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
 * The rows of a table in a file, CSV in UTF-8 or XLSX (its first sheet), columns found by their header in any
 * order. Empty rows are skipped, a row short of cells is filled with "", one with a cell too many or too long
 * carries a fault.
 * @throws DomainError `invalid` or `too-large`, key `file.…`, when the file is not such a table.
 */
export async function readTable<Required extends string, Optional extends string = never>(
  bytes: Buffer,
  fileName: string,
  shape: TableShape<Required, Optional>,
  { ignore = [] }: ReadOptions = {},
): Promise<ImportTable<Required, Optional>> {
  refuseSize(bytes.length);
  const { rows: all, width } = await readGrid(bytes, fileName);
  const [header, ...rows] = all;
  if (!header || rows.length === 0) throw new DomainError('invalid', 'file.empty');
  const { places, ignored } = findColumns(header, rows, shape, ignore);
  const placesOf = <Column extends string>(columns: readonly Column[]) =>
    columns.flatMap((column) => {
      const place = places.get(column);
      return place === undefined ? [] : [[column, place] as const];
    });
  const [required, optional] = [placesOf(shape.required), placesOf(shape.optional ?? [])];
  return {
    rows: rows.map(({ line, cells }) => {
      const fault = faultOf(cells, width);
      const at = (place: number) => (fault ? '' : (cells.get(place) ?? ''));
      const values = { ...recordOf(required, at), ...partOf(optional, at) };
      return { line, values, ...(fault && { fault }) };
    }),
    source: {
      fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sheet: null,
      otherSheets: [],
      hiddenRows: [],
      titleRows: 0,
      totalRows: [],
      ignoredColumns: [...ignored.values()],
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

function faultOf(cells: ReadonlyMap<number, string>, width: number): ErrorKey | undefined {
  if (isExample(cells.values().next().value ?? '')) return 'file.example-row';
  for (const [place, cell] of cells) {
    if (place >= width) return 'file.cells-too-many';
    if (cell.length > longestCell) return 'file.cell-too-long';
  }
  return undefined;
}

function refuseSize(size: number): void {
  if (size > largestFileMegabytes * megabyte) {
    throw new DomainError('too-large', 'file.too-large', { megabytes: largestFileMegabytes });
  }
}

async function readGrid(bytes: Buffer, fileName: string): Promise<Grid> {
  const extension = extname(fileName).toLowerCase();
  const isZip = bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
  if (extension === '.xlsx' && isZip) {
    // Loaded when first needed: what reads workbooks is large.
    const { readXlsx } = await import('./read-xlsx.ts');
    return readXlsx(bytes);
  }
  if (extension === '.xlsx' || isZip) throw new DomainError('invalid', 'file.not-a-table');
  return readCsv(bytes);
}

function partOf<Column extends string>(
  places: readonly (readonly [Column, number])[],
  cellAt: (place: number) => string,
): Partial<Record<Column, string>> {
  const record: Partial<Record<Column, string>> = {};
  for (const [column, place] of places) record[column] = cellAt(place);
  return record;
}

function recordOf<Column extends string>(
  places: readonly (readonly [Column, number])[],
  cellAt: (place: number) => string,
): Record<Column, string> {
  const record = partOf(places, cellAt);
  if (!isComplete(record, places)) throw new Error('a column has no cell');
  return record;
}

function isComplete<Column extends string>(
  record: Partial<Record<Column, string>>,
  places: readonly (readonly [Column, number])[],
): record is Record<Column, string> {
  return places.every(([column]) => record[column] !== undefined);
}
