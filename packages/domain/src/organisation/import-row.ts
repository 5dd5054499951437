import * as z from 'zod/mini';
import { type ErrorKey, isErrorKey } from '../error/catalogue.ts';

/** Longest cell that is passed on. What is right for its column is for the planner to say. */
export const longestCell = 1000;
export const mostRows = 100_000;
/** Of a file to import, packed or not; the screen refuses a larger one before it is sent. */
export const largestFileMegabytes = 20;
/** Of what a workbook holds unpacked: a million formatted rows without content take 70. */
export const largestUnpackedMegabytes = 200;
export const mostFilledCells = 2_000_000;
/** Of a sheet, as Excel has it; a further one is no sheet. */
export const mostColumns = 16_384;

/**
 * One row of an imported table: its first physical line (header = 1), its cells by column, "" where empty. A column that the
 * file does not have is not there at all: what a file does not say stays as it is.
 */
export type ImportRow<Required extends string, Optional extends string = never> = {
  readonly line: number;
  readonly values: Readonly<Record<Required, string> & Partial<Record<Optional, string>>>;
  /** Columns whose cell holds a number, which has lost zeros that stood before it. */
  readonly numeric?: string[] | undefined;
  /** Set where the row itself could not be read, as with a cell too many. */
  readonly fault?: ErrorKey | undefined;
  /** The heading of the cell that the fault is about. */
  readonly faultColumn?: string | undefined;
};

const cell = z.string().check(z.maxLength(longestCell));

/** The schema of a table's rows as a command takes them. */
export function rowsOf<Required extends string, Optional extends string = never>(
  required: readonly Required[],
  optional: readonly Optional[] = [],
) {
  const row = z.object({
    line: z.int().check(z.minimum(1), z.maximum(2_147_483_647)),
    values: z.intersection(z.record(z.enum(required), cell), z.partialRecord(z.enum(optional), cell)),
    numeric: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20))),
    fault: z.optional(z.custom<ErrorKey>((key) => typeof key === 'string' && isErrorKey(key))),
    faultColumn: z.optional(cell),
  });
  return z.array(row).check(z.minLength(1), z.maxLength(mostRows));
}

/** Ids of the questions of a report to which a person said yes. */
export const Confirmed = z._default(
  z.array(z.string().check(z.maxLength(300))).check(z.maxLength(mostRows)),
  [],
);

/** What was read of a file, and what was passed over. */
export const ImportSource = z.object({
  fileName: z.string(),
  /** Of its bytes, in hexadecimal. */
  sha256: z.string(),
  /** Null where the file has none, as CSV. */
  sheet: z.nullable(z.string()),
  otherSheets: z.array(z.string()),
  /** Lines of rows that are hidden in the sheet; they are read like the others. */
  hiddenRows: z.array(z.int()),
  /** Of the title above the heading. */
  titleRows: z.int(),
  /** Lines of rows such as "Tổng cộng", which name nothing. */
  totalRows: z.array(z.int()),
  ignoredColumns: z.array(z.string()),
});
export type ImportSource = z.infer<typeof ImportSource>;

/** Columns of a unit list; `unitTemplate` is their usual order. */
export const unitColumns = ['code', 'name'] as const;
export const optionalUnitColumns = ['kind', 'parent_code'] as const;
export const unitTemplate = [...unitColumns, ...optionalUnitColumns] as const;
export const UnitRows = rowsOf(unitColumns, optionalUnitColumns);
export type UnitRow = ImportRow<(typeof unitColumns)[number], (typeof optionalUnitColumns)[number]>;

/** Columns of a lineage file. */
export const lineageColumns = ['old_code', 'old_name', 'new_code', 'new_name'] as const;
/** The header of a new one: those, and what helps a person to read it. */
export const lineageTemplate = [
  'old_code',
  'old_name',
  'old_district',
  'old_province',
  'new_code',
  'new_name',
  'new_province',
] as const;
export const LineageRows = rowsOf(lineageColumns);
export type LineageRow = ImportRow<(typeof lineageColumns)[number]>;
