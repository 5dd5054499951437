import { isDeepStrictEqual } from 'node:util';
import type { legalBasis } from '@kycuong/db/schema/checklist.ts';
import { builtInLegalBases } from '@kycuong/domain/checklist/built-in/legal-bases/legal-bases.ts';
import type { LegalBasis } from '@kycuong/domain/checklist/legal-basis.ts';

/** The shipped bases that are to be written over rows of theirs which differ, and which no province has recorded anew. */
export function outdatedBases(rows: readonly (typeof legalBasis.$inferSelect)[]): LegalBasis[] {
  return builtInLegalBases.filter((shipped) =>
    rows.some(
      ({ byProvince, ...row }) => row.id === shipped.id && !byProvince && !isDeepStrictEqual(row, shipped),
    ),
  );
}
