/** draft → issued (the decision is out, packets can be pulled) → concluded (the team dissolves). */
export const roundStates = ['draft', 'issued', 'concluded'] as const;
export type RoundState = (typeof roundStates)[number];
