import type { PlainDate } from '../calendar/plain-date.ts';
import type { LegalBasis } from './legal-basis.ts';

/** Whether the provision holds on a date. */
export function inForce(basis: LegalBasis, on: PlainDate): boolean {
  return basis.effectiveFrom <= on && (!basis.effectiveUntil || on < basis.effectiveUntil);
}
