import * as z from 'zod/mini';
import { Seen } from '../input/seen.ts';
import { LegalBasis } from './legal-basis.ts';

/**
 * A provision that the province adds, or one that is there written anew: its days, what replaces it, its source and how sure
 * they are. Its words stay: findings cite them. Lines follow what replaces it from its last day on.
 */
export const RecordLegalBasis = z.extend(LegalBasis, { seen: Seen }).check(
  z.refine(({ effectiveFrom, effectiveUntil }) => !effectiveUntil || effectiveFrom < effectiveUntil, {
    error: 'input.date-order',
    path: ['effectiveUntil'],
  }),
  z.refine(({ effectiveUntil, replacedBy = [] }) => replacedBy.length === 0 || Boolean(effectiveUntil), {
    error: 'input.required',
    path: ['effectiveUntil'],
  }),
  z.refine(({ id, replacedBy = [] }) => !replacedBy.includes(id), {
    error: 'checklist.basis-replaces-itself',
    path: ['replacedBy'],
  }),
);
export type RecordLegalBasis = z.infer<typeof RecordLegalBasis>;
