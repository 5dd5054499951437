import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { mostFilledCells, mostRows } from '@kycuong/domain/organisation/import-row.ts';

/** Asked at each row, so that reading ends where it is plain that nothing will be taken. @throws DomainError `too-large` */
export function refuseMore(rows: number, filledCells: number): void {
  // One of the rows is the header.
  if (rows > mostRows + 1) throw new DomainError('too-large', 'file.too-many-rows', { maximum: mostRows });
  if (filledCells > mostFilledCells)
    throw new DomainError('too-large', 'file.too-many-cells', { maximum: mostFilledCells });
}
