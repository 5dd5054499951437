import { DomainError } from '../error/domain-error.ts';
import type { FieldAction } from '../sync/field-command.ts';
import type { VisitView } from './visit-view.ts';

/** How far a visit has begun, as far as taking its check-in back asks. */
export interface VisitBegun {
  /** Something was written at it. */
  worked: boolean;
  /** Who checked in, since that was last taken back. */
  readonly arrived: Set<string>;
}

/** What may be done on the way there. */
export const beforeWork: ReadonlySet<string> = new Set<FieldAction>([
  'visit.check-in',
  'visit.take-back-check-in',
  'visit.assign-sections',
  'visit.hand-over',
  'command.hand-to-leader',
]);

/** Takes one more command of the visit into account, in place. */
export function noteBegun(begun: VisitBegun, action: string, author: string): void {
  if (!beforeWork.has(action)) begun.worked = true;
  if (action === 'visit.check-in') begun.arrived.add(author);
  if (action === 'visit.take-back-check-in') begun.arrived.clear();
}

/**
 * A check-in is taken back only while it is all there is: what was written was written there, and where two people say that
 * they arrived, one of them cannot say that nobody did. Throws a `conflict` otherwise.
 */
export function requireNothingBegun({ worked, arrived }: VisitBegun): void {
  if (worked) throw new DomainError('conflict', 'visit.written-already');
  if (arrived.size > 1) throw new DomainError('conflict', 'visit.arrived-together');
}

/** Whether the check-in may be offered to be taken back, by what a device knows of the visit. */
export function isOnlyCheckedIn(view: VisitView): boolean {
  const { answers, dossiers, findings, evidence } = view;
  const written = answers.size + dossiers.size + findings.size + evidence.size;
  return view.checkedInAt !== null && written === 0 && !view.submitted && !view.closed;
}
