import { type ErrorKey, errorText, type Language } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';
import type { Unit } from './unit.ts';

export type Reason = { readonly reason: ErrorKey; readonly details: ErrorDetails };

/**
 * What is wrong in a refused row: its physical line in the file (header = 1) and why. A row with several faults has one for each.
 */
export type RowFault = Reason & { readonly line: number };

/** What a person should look at in an accepted row. `code`: whom or what the row is about. */
export type RowWarning = RowFault & { readonly code: string };

/**
 * What a person has to say before it happens. The command takes its `id` among `confirmed` for a yes. `waits`: the whole row
 * is left out until then; else it is taken, and only what is asked for is left.
 */
export type RowQuestion = RowWarning & { readonly id: string; readonly waits: boolean };

/**
 * `read` = `created` + `updated` + `unchanged` + `refused` + `waits`. One refused row may have several faults, one line of a
 * file several rows, and one question may hold several rows back: only who plans can count them. Faults, warnings, questions
 * and changes are in line order.
 */
export type ImportReport = {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows that are not taken, whatever the number of faults in each. */
  readonly refused: number;
  /** Rows that are taken once a question is answered with yes. */
  readonly waits: number;
  readonly rejected: readonly RowFault[];
  readonly warnings: readonly RowWarning[];
  readonly asked: readonly RowQuestion[];
  /** What becomes of whom, one by one, where counts alone would not tell it. */
  readonly changes?: readonly RowWarning[];
};

/** A unit that ends and of which nothing says what it went into. */
export type UnmatchedUnit = Pick<Unit, 'code' | 'name' | 'kind'> & {
  /** Of what stood over it. */
  readonly parentName: string | null;
};

export type LineageReport = ImportReport & { readonly unmatched: readonly UnmatchedUnit[] };

/** The report in numbers, as the trail keeps it. */
export function countsOf({ read, created, updated, unchanged, refused, waits, ...lists }: ImportReport) {
  const { warnings, asked } = lists;
  const listed = { rejected: refused, waits, warnings: warnings.length, asked: asked.length };
  return { read, created, updated, unchanged, ...listed };
}

interface ToldLine {
  readonly line: number;
  readonly code: string;
  readonly reason: string;
}

/** The report as shown and printed: reasons in words. */
export type ImportReportText = Omit<ImportReport, 'rejected' | 'warnings' | 'asked' | 'changes'> & {
  readonly rejected: readonly Omit<ToldLine, 'code'>[];
  readonly warnings: readonly ToldLine[];
  readonly asked: readonly (ToldLine & { readonly id: string; readonly waits: boolean })[];
  readonly changes: readonly ToldLine[];
};

export function describeImport(report: ImportReport, language: Language): ImportReportText {
  const told = ({ line, code, reason, details }: RowWarning): ToldLine => ({
    line,
    code,
    reason: errorText(reason, language, details),
  });
  return {
    read: report.read,
    created: report.created,
    updated: report.updated,
    unchanged: report.unchanged,
    refused: report.refused,
    waits: report.waits,
    rejected: report.rejected.map(({ line, reason, details }) => ({
      line,
      reason: errorText(reason, language, details),
    })),
    warnings: report.warnings.map(told),
    asked: report.asked.map((question) => ({
      ...told(question),
      id: question.id,
      waits: question.waits,
    })),
    changes: (report.changes ?? []).map(told),
  };
}

export function byLine(one: { readonly line: number }, other: { readonly line: number }): number {
  return one.line - other.line;
}
