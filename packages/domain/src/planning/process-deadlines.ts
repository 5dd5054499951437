/**
 * What a province gives itself for each step, in working days (provincial practice): the leader's report and the
 * conclusion after the round's last day, and the judgement of an answer after it came in.
 */
export const reportWorkingDays = 10;
export const conclusionWorkingDays = 15;
export const judgementWorkingDays = 5;
