/** The parts of an answer; each is merged by itself. */
export const answerFields = ['conformity', 'count', 'note'] as const;
