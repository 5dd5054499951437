import type { TableShape } from '@kycuong/db/organisation/read-table.ts';
import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { ErrorCode, ErrorDetails, InputIssue } from '@kycuong/domain/error/domain-error.ts';
import type { ImportRow } from '@kycuong/domain/organisation/import-row.ts';

/** A form as it came, and how the file in it is to be read. */
export interface SentForm {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly shape: TableShape<string, string>;
}

/** A form that was read: its fields, and the rows of its file. */
export interface ImportForm {
  /** What is said beside the file, as JSON; the command's own schema judges it. */
  readonly input: string;
  readonly id: string;
  readonly dryRun: 'true' | 'false';
  readonly rows: readonly ImportRow<string>[];
}

/** An expected failure on its way out of the worker: what a `DomainError` is made of, since a copy of one is none. */
export interface Refused {
  readonly code: ErrorCode;
  readonly key: ErrorKey;
  readonly details: ErrorDetails;
  readonly issues: readonly InputIssue[];
}

export type ReadForm = { readonly form: ImportForm } | { readonly refused: Refused };
