import { DomainError } from '../error/domain-error.ts';
import type { Transitions } from '../state/transition.ts';

/** planned → open (the team is there; back again, while nothing was written) → submitted (the team has finished) → closed (the leader has settled it). */
export const visitStates = ['planned', 'open', 'submitted', 'closed'] as const;
export type VisitState = (typeof visitStates)[number];
export type VisitAct = 'check-in' | 'take-back-check-in' | 'submit' | 'close';

export const visitTransitions: Transitions<VisitState, VisitAct> = {
  'check-in': { from: ['planned'], to: 'open' },
  'take-back-check-in': { from: ['planned', 'open'], to: 'planned' },
  submit: { from: ['open'], to: 'submitted' },
  close: { from: ['submitted'], to: 'closed' },
};

/**
 * The visit's state after something was written in the field. The first record opens the visit; what a colleague's
 * tablet sends after the visit was handed in is still taken. Throws a `conflict` once the leader has closed it.
 */
export function stateAfterFieldWork(state: VisitState): VisitState {
  if (state === 'closed') throw new DomainError('conflict', 'visit.closed');
  return state === 'planned' ? 'open' : state;
}
