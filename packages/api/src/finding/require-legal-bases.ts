import { legalBasis } from '@kycuong/db/schema/checklist.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { inArray } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** @throws DomainError `invalid`, at the place in the list that names an unknown legal basis. */
export async function requireLegalBases(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .select({ id: legalBasis.id })
    .from(legalBasis)
    .where(inArray(legalBasis.id, [...ids]));
  const known = new Set(rows.map(({ id }) => id));
  for (const [index, legalBasisId] of ids.entries())
    if (!known.has(legalBasisId))
      throw new DomainError('invalid', 'finding.legal-basis-unknown', {
        field: `legalBasisIds.${index}`,
        legalBasisId,
      });
}
