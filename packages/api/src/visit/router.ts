import { mutation, reading, router } from '../trpc.ts';
import { assignSections } from './assign-sections.ts';
import { checkIn } from './check-in.ts';
import { closeVisit } from './close.ts';
import { getVisit } from './get-visit.ts';
import { handOverVisit } from './hand-over.ts';
import { listVisits } from './list-visits.ts';
import { setAnswer } from './set-answer.ts';
import { settleAnswer } from './settle-answer.ts';
import { submitVisit } from './submit.ts';
import { takeBackCheckIn } from './take-back-check-in.ts';

export const visitRouter = router({
  get: reading(getVisit),
  list: reading(listVisits),
  checkIn: mutation(checkIn),
  takeBackCheckIn: mutation(takeBackCheckIn),
  setAnswer: mutation(setAnswer),
  settleAnswer: mutation(settleAnswer),
  assignSections: mutation(assignSections),
  handOver: mutation(handOverVisit),
  submit: mutation(submitVisit),
  close: mutation(closeVisit),
});
