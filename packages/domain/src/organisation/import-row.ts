import type { ErrorKey } from '../error/catalogue.ts';

/** One row of an imported table: its first physical line (header = 1), its cells by column, "" where empty. */
export type ImportRow<Column extends string> = {
  readonly line: number;
  readonly values: Readonly<Record<Column, string>>;
  /** Set where the row itself could not be read, as with a cell too many. */
  readonly fault?: ErrorKey;
};

/** Columns of a unit list. */
export const unitColumns = ['code', 'name', 'kind', 'parent_code'] as const;
export type UnitRow = ImportRow<(typeof unitColumns)[number]>;

/** Columns of a lineage file; those of `lineageContextColumns` are for the reader's eye. */
export const lineageColumns = ['old_code', 'old_name', 'new_code', 'new_name'] as const;
export const lineageContextColumns = ['old_district', 'old_province', 'new_province'] as const;
export type LineageRow = ImportRow<(typeof lineageColumns)[number] | (typeof lineageContextColumns)[number]>;
