import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Desk } from '../sync/desk.ts';

/** @throws DomainError `invalid`, at the place in the list that names an unknown legal basis. */
export function requireLegalBases({ legalBases }: Desk, ids: readonly string[]): void {
  for (const [index, legalBasisId] of ids.entries())
    if (!legalBases.has(legalBasisId))
      throw new DomainError('invalid', 'finding.legal-basis-unknown', {
        field: `legalBasisIds.${index}`,
        legalBasisId,
      });
}
