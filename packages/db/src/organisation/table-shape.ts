import type { ImportRow } from '@kycuong/domain/organisation/import-row.ts';

/** Columns as a file may have them. */
export interface Layout {
  readonly required: readonly string[];
  /** Not in a row's values where the file lacks them. */
  readonly optional?: readonly string[];
  /** By column, what it may be called beside its own name. Columns that are named here alone are passed over in silence. */
  readonly headings?: Readonly<Record<string, readonly string[]>>;
  /** Columns that hold codes: digits, however they are written. */
  readonly codes?: readonly string[];
  /** Columns that hold days. */
  readonly days?: readonly string[];
}

/** Another layout that a list may come in, and how its rows are told in the columns of the list. */
export interface OtherLayout<Required extends string, Optional extends string> extends Layout {
  readonly retell: (rows: readonly ImportRow<string, string>[]) => ImportRow<Required, Optional>[];
}

/** What a list wants of a file. */
export interface TableShape<Required extends string, Optional extends string> extends Layout {
  readonly required: readonly Required[];
  readonly optional?: readonly Optional[];
  readonly others?: readonly OtherLayout<Required, Optional>[];
}
