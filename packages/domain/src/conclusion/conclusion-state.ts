/** submitted (report and draft of the team leader) → issued (with number and date, by the programme office). */
export const conclusionStates = ['submitted', 'issued'] as const;
export type ConclusionState = (typeof conclusionStates)[number];
