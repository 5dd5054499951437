import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Desk, DeskVisit } from '../sync/desk.ts';

/** @throws DomainError `invalid` when the checklist version that the visit is pinned to has no such item. */
export function requireItem(desk: Desk, visit: DeskVisit, itemCode: string, field = 'itemCode'): void {
  if (desk.checklists.get(visit.checklistVersionId)?.items.has(itemCode) !== true)
    throw new DomainError('invalid', 'visit.item-unknown', { field, itemCode });
}
