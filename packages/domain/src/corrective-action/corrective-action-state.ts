import type { Transitions } from '../state/transition.ts';

/** awaiting-answer → answered → accepted, or back to awaiting-answer when the answer is returned. */
export const correctiveActionStates = ['awaiting-answer', 'answered', 'accepted'] as const;
export type CorrectiveActionState = (typeof correctiveActionStates)[number];

export const answerOutcomes = ['accepted', 'returned'] as const;

export type CorrectiveActionAct = 'save-draft' | 'answer' | 'return' | 'accept';

export const correctiveActionTransitions: Transitions<CorrectiveActionState, CorrectiveActionAct> = {
  'save-draft': { from: ['awaiting-answer'], to: 'awaiting-answer' },
  answer: { from: ['awaiting-answer'], to: 'answered' },
  return: { from: ['answered'], to: 'awaiting-answer' },
  accept: { from: ['answered'], to: 'accepted' },
};
