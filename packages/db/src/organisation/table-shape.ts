/** What a list wants of a file. */
export interface TableShape<Required extends string, Optional extends string> {
  readonly required: readonly Required[];
  /** Not in a row's values where the file lacks them. */
  readonly optional?: readonly Optional[];
  /** By column, what it may be called beside its own name. Columns that are named here alone are passed over in silence. */
  readonly headings?: Readonly<Record<string, readonly string[]>>;
}
