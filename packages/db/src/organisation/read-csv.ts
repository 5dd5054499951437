import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { CsvError, type Options, parse } from 'csv-parse/sync';

/** Rows as they stand, empty ones left out; `line` is the first physical line of each, from 1. */
export type Grid = readonly { readonly line: number; readonly cells: readonly string[] }[];

/**
 * The rows of a CSV file: UTF-8 with or without byte order mark, commas, CRLF or LF, quoted line breaks.
 * @throws DomainError `invalid` when it is not text, not UTF-8, or a quotation mark is astray.
 */
export function readCsv(bytes: Buffer): Grid {
  const grid: { line: number; cells: string[] }[] = [];
  let lastLine = 0;
  const options: Options<string[]> = {
    columns: false,
    relax_column_count: true,
    on_record: (cells, { lines }) => {
      if (cells.some((cell) => cell.trim() !== '')) grid.push({ line: lastLine + 1, cells });
      lastLine = lines;
      return null;
    },
  };
  try {
    parse(textOf(bytes), options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DomainError('invalid', 'file.broken-quotes', { line: lastLine + 1 });
  }
  return grid;
}

function textOf(bytes: Buffer): string {
  // A NUL is in every UTF-16 file of Latin letters and in nearly every binary file, but in no table.
  if (bytes.includes(0)) {
    const isUtf16 = ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex'));
    throw new DomainError('invalid', isUtf16 ? 'file.not-utf8' : 'file.not-a-table');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.replace(/\r\n?/g, '\n');
  } catch {
    throw new DomainError('invalid', 'file.not-utf8');
  }
}
