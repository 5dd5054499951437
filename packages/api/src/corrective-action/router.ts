import { mutation, reading, router } from '../trpc.ts';
import { acceptCorrectiveAction } from './accept-corrective-action.ts';
import { answerCorrectiveAction } from './answer-corrective-action.ts';
import { getCorrectiveAction } from './get-corrective-action.ts';
import { listCorrectiveActions } from './list-corrective-actions.ts';
import { returnCorrectiveAction } from './return-corrective-action.ts';
import { saveAnswerDraft } from './save-answer-draft.ts';

export const correctiveActionRouter = router({
  list: reading(listCorrectiveActions),
  get: reading(getCorrectiveAction),
  saveDraft: mutation(saveAnswerDraft),
  answer: mutation(answerCorrectiveAction),
  accept: mutation(acceptCorrectiveAction),
  return: mutation(returnCorrectiveAction),
});
