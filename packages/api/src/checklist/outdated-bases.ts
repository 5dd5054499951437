import { earlierLegalBases } from '@kycuong/domain/checklist/built-in/legal-bases/earlier-legal-bases.ts';
import { builtInLegalBases } from '@kycuong/domain/checklist/built-in/legal-bases/legal-bases.ts';
import type { LegalBasis } from '@kycuong/domain/checklist/legal-basis.ts';

/**
 * The shipped bases that are to be written over rows which nobody has touched since they came in. A row without a
 * number is from before numbers were kept.
 */
export function outdatedBases(rows: readonly LegalBasis[]): LegalBasis[] {
  return builtInLegalBases.filter((shipped) => {
    const row = rows.find(({ id }) => id === shipped.id);
    if (row === undefined) return false;
    if (isSame(row, shipped)) return shipped.number !== null && row.number === null;
    return earlierLegalBases.some((earlier) => earlier.id === row.id && isSame(row, earlier));
  });
}

type Dated = Pick<LegalBasis, 'effectiveFrom' | 'mark' | 'source'>;

function isSame(row: Dated, other: Dated): boolean {
  return row.effectiveFrom === other.effectiveFrom && row.mark === other.mark && row.source === other.source;
}
