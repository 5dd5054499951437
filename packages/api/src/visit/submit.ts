import { visit } from '@kycuong/db/schema/visit.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { SubmitVisit } from '@kycuong/domain/visit/submit-visit.ts';
import { visitTransitions } from '@kycuong/domain/visit/visit-state.ts';
import { eq } from 'drizzle-orm';
import { fieldVerb } from '../sync/field-verb.ts';

/** Hands the work on site in to the leader. What colleagues' tablets send later is still taken. */
export const submitVisit = fieldVerb({
  action: 'visit.submit',
  input: SubmitVisit,
  state: (before) => nextState(visitTransitions, before, 'submit'),
  run: async ({ tx, input, facts, now }) => {
    await tx
      .update(visit)
      .set({ submittedAt: now, submittedBy: facts.visit.author })
      .where(eq(visit.id, input.visitId));
  },
});
