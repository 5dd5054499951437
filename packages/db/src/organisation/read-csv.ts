import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { mostColumns } from '@kycuong/domain/organisation/import-row.ts';
import { CsvError, type Options, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import { type Grid, type GridRow, type HoldsHeading, mostHeadRows } from './grid.ts';
import { refuseMore } from './refuse-more.ts';

/** Characters of one row; far more than a row of the longest cells has. */
const longestRow = 1_000_000;
/** Characters in which a heading is looked for. */
const longestHead = 64_000;
const delimiters = [',', ';', '\t', '|'];

interface Reading {
  readonly text: string;
  readonly delimiter: string;
  /** Quotation marks within a cell that has none around it are its own: `Xã "Thử" Một`. */
  readonly relaxed: boolean;
  readonly most?: number;
}

/** A mark that opens, and closes some lines further at another's opening one, would swallow the rows between. */
class QuotesAstray extends Error {}

const lastOf = (cells: ReadonlyMap<number, string>) => [...cells.keys()].at(-1);

function rowsOf({ text, delimiter, relaxed, most }: Reading): GridRow[] {
  const rows: GridRow[] = [];
  let [lastLine, filled] = [0, 0];
  const options: Options<string[]> = {
    columns: false,
    delimiter,
    relax_column_count: true,
    relax_quotes: relaxed,
    max_record_size: longestRow,
    on_record: (texts, { lines }) => {
      const cells = new Map([...texts.entries()].filter(([, cell]) => cell.trim() !== ''));
      // Parted by what parts no cells here, a head may seem wider than it is.
      const isWide = most === undefined && texts.length > mostColumns && (lastOf(cells) ?? 0) >= mostColumns;
      if (isWide)
        throw new DomainError('too-large', 'file.too-many-columns', {
          maximum: mostColumns,
          line: lastLine + 1,
        });
      filled += cells.size;
      if (cells.size > 0) rows.push({ line: lastLine + 1, cells, width: texts.length });
      refuseMore(rows.length, filled);
      lastLine = lines;
      return null;
    },
    ...(relaxed && {
      cast: (cell, { quoting }) => {
        if (quoting && cell.includes('"') && cell.includes('\n')) throw new QuotesAstray();
        return cell;
      },
    }),
    ...(most !== undefined && { to: most }),
  };
  try {
    parse(text, options);
  } catch (error) {
    if (most !== undefined && !(error instanceof DomainError)) return rows;
    if (error instanceof CsvError && !relaxed && error.code === 'INVALID_OPENING_QUOTE')
      return rowsOf({ text, delimiter, relaxed: true });
    if (!(error instanceof CsvError) && !(error instanceof QuotesAstray)) throw error;
    const isLong = error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE';
    throw new DomainError('invalid', isLong ? 'file.row-too-long' : 'file.broken-quotes', {
      line: lastLine + 1,
    });
  }
  return rows;
}

/** What parts the cells is what makes a heading of one of the first lines. */
function delimiterOf(text: string, holdsHeading: HoldsHeading): string {
  const head = text.slice(0, longestHead);
  const found = delimiters.filter((delimiter) => head.includes(delimiter));
  const [usual = ','] = found;
  const reading = { text: head, relaxed: true, most: mostHeadRows * 2 };
  return found.find((delimiter) => holdsHeading(rowsOf({ ...reading, delimiter }))) ?? usual;
}

/**
 * The rows of a text: UTF-8 or UTF-16, cells parted by comma, semicolon, tab or bar (`sep=;` in the first line says which), any
 * ends of lines, quoted line breaks.
 * @throws DomainError `invalid` when it is not text, not Unicode, or a quotation mark is astray, `too-large` for more
 * than anybody reads.
 */
export function readCsv(bytes: Buffer, holdsHeading: HoldsHeading): Grid {
  const whole = decodeText(bytes);
  const said = /^"?sep=([^\n])"?(?=\n)/i.exec(whole);
  const text = said === null ? whole : whole.slice(said[0].length);
  const delimiter = said?.[1] ?? delimiterOf(text, holdsHeading);
  const rows = rowsOf({ text, delimiter, relaxed: false });
  return { rows, sheet: null, otherSheets: [], merged: [] };
}
