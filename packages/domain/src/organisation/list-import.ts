/** The lists that come in as files. */
export const importLists = ['units', 'lineage', 'users'] as const;
export type ImportListName = (typeof importLists)[number];

/** What a list changes, each a row of its own. */
export const changedThings = ['unit', 'lineage', 'account', 'role'] as const;
export type ChangedThing = (typeof changedThings)[number];

/** What can be marked as recorded by mistake. */
export const mistakenThings = ['unit', 'lineage', 'role'] as const;

/** What the trail, the receipt and the report say of an import beside its counts. */
export interface KeptImport {
  readonly importId: string;
  readonly fileName: string | null;
  /** Of the file's bytes, in hexadecimal; null where no file was handed in. */
  readonly sha256: string | null;
  /** Rows that it made or changed. */
  readonly changes: number;
  /** SHA-256 over all of them, before and after: what is kept of them is held to it. */
  readonly digest: string;
}
