import { type ErrorKey, errorText, type Language } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';
import type { Unit } from './unit.ts';

/** A refused row: its physical line in the file (header = 1) and why. */
export type RowFault = { readonly line: number; readonly reason: ErrorKey; readonly details: ErrorDetails };

/** An accepted row that a person should look at. */
export type RowWarning = RowFault & { readonly code: string };

/**
 * What a person has to say before it happens. The command takes its `id` among `confirmed` for a yes. `waits`: the whole row
 * is left out until then; else it is taken, and only what is asked for is left.
 */
export type RowQuestion = RowWarning & { readonly id: string; readonly waits: boolean };

/**
 * `read` = `created` + `updated` + `unchanged` + `rejected.length` + the rows that wait. Faults, warnings and questions are in
 * line order.
 */
export type ImportReport = {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly RowFault[];
  readonly warnings: readonly RowWarning[];
  readonly asked: readonly RowQuestion[];
};

/** A unit that ends and of which nothing says what it went into. */
export type UnmatchedUnit = Pick<Unit, 'code' | 'name' | 'kind'> & {
  /** Of what stood over it. */
  readonly parentName: string | null;
};

export type LineageReport = ImportReport & { readonly unmatched: readonly UnmatchedUnit[] };

/** The report as shown and printed: reasons in words. */
export type ImportReportText = Omit<ImportReport, 'rejected' | 'warnings' | 'asked'> & {
  readonly rejected: readonly { line: number; reason: string }[];
  readonly warnings: readonly { line: number; code: string; reason: string }[];
  readonly asked: readonly { line: number; code: string; reason: string; id: string }[];
};

export function describeImport(report: ImportReport, language: Language): ImportReportText {
  return {
    read: report.read,
    created: report.created,
    updated: report.updated,
    unchanged: report.unchanged,
    rejected: report.rejected.map(({ line, reason, details }) => ({
      line,
      reason: errorText(reason, language, details),
    })),
    warnings: report.warnings.map(({ line, code, reason, details }) => ({
      line,
      code,
      reason: errorText(reason, language, details),
    })),
    asked: report.asked.map(({ line, code, reason, details, id }) => ({
      line,
      code,
      reason: errorText(reason, language, details),
      id,
    })),
  };
}

export function byLine(one: { readonly line: number }, other: { readonly line: number }): number {
  return one.line - other.line;
}
