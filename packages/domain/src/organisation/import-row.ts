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

/** One row of an imported table: its first physical line (header = 1), its cells by column, "" where empty. */
export type ImportRow<Column extends string> = {
  readonly line: number;
  readonly values: Readonly<Record<Column, string>>;
  /** Set where the row itself could not be read, as with a cell too many. */
  readonly fault?: ErrorKey | undefined;
};

const cell = z.string().check(z.maxLength(longestCell));

/** The schema of a table's rows as a command takes them. */
export function rowsOf<Column extends string>(columns: readonly Column[]) {
  const row = z.object({
    line: z.int().check(z.minimum(1), z.maximum(2_147_483_647)),
    values: z.record(z.enum(columns), cell),
    fault: z.optional(z.custom<ErrorKey>((key) => typeof key === 'string' && isErrorKey(key))),
  });
  return z.array(row).check(z.minLength(1), z.maxLength(mostRows));
}

/** Columns of a unit list. */
export const unitColumns = ['code', 'name', 'kind', 'parent_code'] as const;
export const UnitRows = rowsOf(unitColumns);
export type UnitRow = ImportRow<(typeof unitColumns)[number]>;

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
