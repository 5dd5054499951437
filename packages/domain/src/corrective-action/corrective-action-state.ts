/** awaiting-answer → answered → accepted, or back to awaiting-answer when the answer is returned. */
export const correctiveActionStates = ['awaiting-answer', 'answered', 'accepted'] as const;
export type CorrectiveActionState = (typeof correctiveActionStates)[number];

export const answerOutcomes = ['accepted', 'returned'] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];
