/** What a session waits for before it opens anything else: an own password, the code of the second factor, or a factor. */
export const sessionSteps = ['password', 'code', 'enrolment'] as const;
export type SessionStep = (typeof sessionSteps)[number];
