import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { type CellValue, readSheet } from 'read-excel-file/node';
import type { Grid } from './read-csv.ts';

const largestInflated = 300 * 1024 * 1024;

/**
 * The rows of a workbook's first sheet as text: numbers as written without grouping, dates as `YYYY-MM-DD`.
 * @throws DomainError `invalid` when it is not a workbook, `too-large` when it would inflate beyond measure.
 */
export async function readXlsx(bytes: Buffer): Promise<Grid> {
  if (inflatedSize(bytes) > largestInflated) {
    throw new DomainError('too-large', 'file.too-large', { megabytes: largestInflated / 1024 / 1024 });
  }
  const rows = await readSheet(bytes).catch(() => {
    throw new DomainError('invalid', 'file.not-a-table');
  });
  return rows
    .map((row, index) => ({ line: index + 1, cells: row.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function textOf(cell: CellValue | null): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** What the archive's directory says that its files take unpacked, in bytes; no end where there is none. */
function inflatedSize(bytes: Buffer): number {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 20 > bytes.length) throw new DomainError('invalid', 'file.not-a-table');
  let total = 0;
  let at = bytes.readUInt32LE(end + 16);
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}
