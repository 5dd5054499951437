import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import * as z from 'zod/mini';
import { visitNamed } from './field-item.ts';

const Kept = z.object({ payload: z.optional(z.unknown()), envelope: z.optional(z.unknown()) });

/**
 * A kept command is its own visit's alone: another visit's leader neither sees it nor decides on it, whatever visit it is
 * handed over at. Records that it touches are held to the same visit by its verb.
 * @throws DomainError `invalid` with `sync.wrong-visit`
 */
export function requireOfVisit(keptText: string, visitId: string): void {
  const { payload, envelope } = Kept.parse(JSON.parse(keptText));
  const named = [envelope, payload].flatMap((part) => visitNamed(part) ?? []);
  if (named.some((id) => id !== visitId))
    throw new DomainError('invalid', 'sync.wrong-visit', { field: 'visitId' });
}
