import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { CsvError, type Options, parse } from 'csv-parse/sync';
import { refuseMore } from './refuse-more.ts';

/**
 * Rows as they stand, empty ones left out; `line` is the first physical line of each, from 1. Of its cells those that
 * are filled, by their place from 0: a stray one far to the right brings no others with it.
 */
export interface Grid {
  readonly rows: readonly { readonly line: number; readonly cells: ReadonlyMap<number, string> }[];
  /** Places that a row has: in text those of the header, since what stands beyond was torn from its place. */
  readonly width: number;
}

/** Characters of one row; far more than a row of the longest cells has. */
const longestRow = 1_000_000;

/**
 * The rows of a CSV file: UTF-8 with or without byte order mark, commas, CRLF or LF, quoted line breaks.
 * @throws DomainError `invalid` when it is not text, not UTF-8, or a quotation mark is astray, `too-large` for more
 * than anybody reads.
 */
export function readCsv(bytes: Buffer): Grid {
  const rows: Grid['rows'][number][] = [];
  let [lastLine, filled, width] = [0, 0, 0];
  const options: Options<string[]> = {
    columns: false,
    relax_column_count: true,
    max_record_size: longestRow,
    on_record: (texts, { lines }) => {
      const cells = new Map([...texts.entries()].filter(([, text]) => text.trim() !== ''));
      filled += cells.size;
      if (cells.size > 0) rows.push({ line: lastLine + 1, cells });
      if (rows.length === 1) width ||= texts.length;
      refuseMore(rows.length, filled);
      lastLine = lines;
      return null;
    },
  };
  try {
    parse(textOf(bytes), options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const key = error.code === 'CSV_MAX_RECORD_SIZE' ? 'file.row-too-long' : 'file.broken-quotes';
    throw new DomainError('invalid', key, { line: lastLine + 1 });
  }
  return { rows, width };
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
