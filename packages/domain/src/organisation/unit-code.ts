import type { Reason } from './import-report.ts';
import { codeDigitsOf, rankOf, type UnitKind, unitKinds } from './unit-kind.ts';

// What a spreadsheet makes of a long code: 9.9E+04, 99002.0
const writtenAsNumber = /^\d+([.,]\d+)?e[+-]?\d+$|^\d+[.,]0+$/iu;

/**
 * The code that a cell means for a unit of this kind. A number has lost the zeros before it: they come back where the level
 * fixes how many digits there are. Text with fewer is refused, for it would be another unit's code; with more it is odd.
 */
export function readUnitCode(
  cell: string,
  kind: UnitKind,
  isNumber: boolean,
): { code: string; odd?: Reason } | Reason {
  const digits = codeDigitsOf(kind);
  if (digits === null) {
    const lost = isNumber || writtenAsNumber.test(cell);
    return lost ? { reason: 'organisation.code-a-number', details: { code: cell } } : { code: cell };
  }
  const isDigits = /^[0-9]+$/.test(cell);
  const padded = cell.padStart(digits, '0');
  if (isDigits && (cell.length === digits || (isNumber && cell.length < digits))) return { code: padded };
  if (isDigits && cell.length < digits) {
    return { reason: 'organisation.code-lost-zeros', details: { code: cell, digits, probably: padded } };
  }
  const odd = { reason: 'organisation.code-of-odd-length', details: { code: cell, digits } } as const;
  return isDigits && !isNumber ? { code: cell, odd } : odd;
}

/** The codes that a number can mean: one for each length, or only those of what stands over a unit of this kind. */
export function paddedCodes(cell: string, below?: UnitKind): string[] {
  const kinds = unitKinds.filter((kind) => below === undefined || rankOf(kind) < rankOf(below));
  const widths = new Set(kinds.flatMap((kind) => codeDigitsOf(kind) ?? []));
  return [...widths].filter((width) => cell.length <= width).map((width) => cell.padStart(width, '0'));
}
