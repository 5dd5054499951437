import { mutation, reading, router } from '../trpc.ts';
import { createRound } from './create-round.ts';
import { getRound } from './get-round.ts';
import { issueRound } from './issue-round.ts';
import { listDeadlines } from './list-deadlines.ts';
import { listRounds } from './list-rounds.ts';
import { roundChoices } from './round-choices.ts';
import { setDeadline } from './set-deadline.ts';

export const planningRouter = router({
  listRounds: reading(listRounds),
  getRound: reading(getRound),
  roundChoices: reading(roundChoices),
  createRound: mutation(createRound),
  issueRound: mutation(issueRound),
  listDeadlines: reading(listDeadlines),
  setDeadline: mutation(setDeadline),
});
