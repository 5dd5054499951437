/** planned → open (the team is there) → submitted (the team has finished) → closed (the leader has settled it). */
export const visitStates = ['planned', 'open', 'submitted', 'closed'] as const;
export type VisitState = (typeof visitStates)[number];
