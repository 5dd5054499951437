import type { Transitions } from '../state/transition.ts';

/** submitted (report and draft of the team leader) → issued (with number and date, by the programme office). */
export const conclusionStates = ['submitted', 'issued'] as const;
export type ConclusionState = (typeof conclusionStates)[number];
export type ConclusionAct = 'issue';

export const conclusionTransitions: Transitions<ConclusionState, ConclusionAct> = {
  issue: { from: ['submitted'], to: 'issued' },
};
