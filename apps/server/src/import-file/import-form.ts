import type { Ground } from '@kycuong/api/work.ts';
import type { ImportList } from '@kycuong/db/organisation/import-shapes.ts';
import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { ErrorCode, ErrorDetails, InputIssue } from '@kycuong/domain/error/domain-error.ts';
import type { ImportRow, ImportSource } from '@kycuong/domain/organisation/import-row.ts';

/** A form as it came, of whom, and where the list goes. */
export interface SentForm {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly list: ImportList;
  readonly accountId: string;
  readonly databaseUrl: string;
  readonly secondFactor: Ground['secondFactor'];
}

/** A form that was read: its fields, and the rows of its file. */
export interface ImportForm {
  /** What is said beside the file, as JSON; the command's own schema judges it. */
  readonly input: string;
  readonly id: string;
  readonly dryRun: 'true' | 'false';
  readonly rows: readonly ImportRow<string, string>[];
  readonly source: ImportSource;
  readonly bytes: Uint8Array;
}

/** An expected failure on its way out of the worker: what a `DomainError` is made of, since a copy of one is none. */
export interface Refused {
  readonly code: ErrorCode;
  readonly key: ErrorKey;
  readonly details: ErrorDetails;
  readonly issues: readonly InputIssue[];
}

/** `read`: the file is a table and is being taken in. `answer`: what came of it, as JSON. */
export type Word = { readonly read: true } | { readonly answer: string } | { readonly refused: Refused };
