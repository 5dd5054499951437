import type { Transitions } from '../state/transition.ts';

/** draft → issued (the decision is out, packets can be pulled) → concluded (the team dissolves). */
export const roundStates = ['draft', 'issued', 'concluded'] as const;
export type RoundState = (typeof roundStates)[number];
export type RoundAct = 'issue' | 'conclude';

export const roundTransitions: Transitions<RoundState, RoundAct> = {
  issue: { from: ['draft'], to: 'issued' },
  conclude: { from: ['issued'], to: 'concluded' },
};
